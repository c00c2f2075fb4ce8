import { Button, ErrorMessage, Heading, Inline, Stack } from '@forge/react';
import { Field } from '../components/field';
import { useFieldError } from '../components/use-field-error';
import { useLanguage } from '../language/users-language';
import { Choice } from './choice';
import { outcomes } from './choices';
import { ListMore } from './list-more';
import { MappingFields } from './mapping-fields';
import { projectName } from './setting-words';
import type { SectionProps } from './section';
import type { SettingsForm } from '../../contract/settings-page';
import type { Language } from '../language/language';

type Mappings = SettingsForm['projectTransitions'];

/** Projects that map outcomes in a way of their own. */
export function ProjectMappings({ model, saved, form, projects }: SectionProps) {
  const { t } = useLanguage();
  const fieldError = useFieldError();
  const mappings = form.projectTransitions;
  const fault = model.faults['projectTransitions'];
  const change = (changed: (mappings: Mappings) => Mappings) => {
    model.change(({ projectTransitions }) => ({ projectTransitions: changed(projectTransitions) }));
  };
  const nameOf = (id: string) => projectName(t, id, model.projectNames);
  const others = projects.listed.filter(({ id }) => !(id in mappings));
  return (
    <>
      {Object.entries(mappings).map(([id, mapping]) => (
        <Stack key={id} space="space.100">
          <Heading as="h3" size="small">
            {t('settings.own.title', { project: nameOf(id) })}
          </Heading>
          <MappingFields
            id={`project-${id}`}
            fields={fieldsFor(t, nameOf(id))}
            statuses={saved.statuses}
            mapping={mapping}
            onChange={(chosen) => {
              change((all) => ({ ...all, [id]: { ...(all[id] ?? mapping), ...chosen } }));
            }}
          />
          <Inline>
            <Button
              onClick={() => {
                change((all) => Object.fromEntries(Object.entries(all).filter(([other]) => other !== id)));
              }}
            >
              {t('settings.own.remove', { project: nameOf(id) })}
            </Button>
          </Inline>
        </Stack>
      ))}
      {fault !== undefined && <ErrorMessage>{fieldError(fault)}</ErrorMessage>}
      {others.length > 0 && (
        <Field id="ownMapping" label={t('settings.own.choose.label')} help={t('settings.own.choose.help')}>
          <Choice
            // Begins anew with each project: what was chosen last is no choice any more.
            key={others.length}
            id="ownMapping"
            options={[
              { value: '', label: t('settings.own.choose.none') },
              ...others.map(({ id, key, name }) => ({ value: id, label: `${name} (${key})` })),
            ]}
            value=""
            onChange={(id) => {
              if (id !== '') change((all) => ({ ...all, [id]: form.transitions }));
            }}
          />
        </Field>
      )}
      <ListMore
        listing={projects}
        first={t('settings.own.choose.label')}
        more={t('settings.projects.more')}
      />
    </>
  );
}

function fieldsFor(t: Language['t'], project: string) {
  return outcomes.map((name) => ({
    name,
    label: t(`settings.own.${name}`, { project }),
  }));
}
