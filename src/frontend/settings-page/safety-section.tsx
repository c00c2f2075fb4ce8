import { Heading, Select, Stack } from '@forge/react';
import { Columns } from '../components/columns';
import { Field } from '../components/field';
import { useFieldError } from '../components/use-field-error';
import { useLanguage } from '../language/users-language';
import { destinations, identityChanges, missingIdentities } from './choices';
import { ListMore } from './list-more';
import { NumberField } from './number-field';
import { ChoiceSetting } from './one-setting';
import { Section } from './section';
import { projectName } from './setting-words';
import type { SectionProps } from './section';

/** *Safety*: who may be sent what, how often, and where the app is used. */
export function SafetySection(props: SectionProps) {
  const { projects, groups } = props;
  const { t } = useLanguage();
  return (
    <Section title={t('settings.safety.title')}>
      <Columns>
        <ChoiceSetting
          name="typedDestinations"
          options={destinations(t)}
          help={t('settings.help.typedDestinations')}
          {...props}
        />
        <ChoiceSetting name="identityChange" options={identityChanges(t)} {...props} />
        <ChoiceSetting name="missingIdentity" options={missingIdentities(t)} {...props} />
      </Columns>
      <Limits {...props} />
      <Heading as="h3" size="small">
        {t('settings.scope.title')}
      </Heading>
      <Columns>
        <Stack space="space.100">
          <Projects {...props} />
          <ListMore
            listing={projects}
            first={t('settings.projects.list')}
            more={t('settings.projects.more')}
          />
        </Stack>
        <Stack space="space.100">
          <AgentsGroup {...props} />
          <ListMore listing={groups} first={t('settings.groups.list')} more={t('settings.groups.more')} />
        </Stack>
      </Columns>
    </Section>
  );
}

const limits = ['perTicket', 'perEmployee', 'perAgent', 'byAutomation', 'coolDownSeconds'] as const;

function Limits({ model, form }: SectionProps) {
  const { t } = useLanguage();
  return (
    <>
      <Heading as="h3" size="small">
        {t('settings.name.limits')}
      </Heading>
      <Columns>
        {limits.map((name) => (
          <NumberField
            key={name}
            id={name}
            name={`limits.${name}`}
            label={t(`settings.name.limits.${name}`)}
            {...(name === 'coolDownSeconds' && { help: t('settings.help.limits.coolDownSeconds') })}
            value={form.limits[name]}
            model={model}
            onChange={(value) => {
              model.change(({ limits }) => ({ limits: { ...limits, [name]: value } }));
            }}
          />
        ))}
      </Columns>
    </>
  );
}

interface Option {
  value: string;
  label: string;
}

function Projects({ model, form, projects }: SectionProps) {
  const { t } = useLanguage();
  const fieldError = useFieldError();
  const fault = model.faults['projects'];
  const chosen = form.projects ?? [];
  const listed = projects.listed.map(({ id, key, name }) => ({ value: id, label: `${name} (${key})` }));
  // What is chosen stays so, whether or not it is among those that are listed.
  const others = chosen.filter((id) => !listed.some(({ value }) => value === id));
  const options = [
    ...listed,
    ...others.map((id) => ({ value: id, label: projectName(t, id, model.projectNames) })),
  ];
  return (
    <Field
      id="projects"
      label={t('settings.name.projects')}
      help={t('settings.help.projects')}
      error={fieldError(fault)}
    >
      <Select
        inputId="projects"
        name="projects"
        isMulti
        isInvalid={fault !== undefined}
        isLoading={projects.isListing}
        placeholder={t('settings.projects.all')}
        options={options}
        value={options.filter(({ value }) => chosen.includes(value))}
        onChange={(picked: Option[] | null) => {
          const ids = (picked ?? []).map(({ value }) => value);
          model.change({ projects: ids.length > 0 ? ids : null });
        }}
      />
    </Field>
  );
}

function AgentsGroup({ model, form, groups }: SectionProps) {
  const { t } = useLanguage();
  const fieldError = useFieldError();
  const { agentsGroup } = form;
  const isGone =
    agentsGroup !== '' && groups.listed.length === groups.total && !groups.listed.includes(agentsGroup);
  const fault = model.faults['agentsGroup'] ?? (isGone ? 'no-such-group' : undefined);
  const names = [...new Set([...groups.listed, ...(agentsGroup === '' ? [] : [agentsGroup])])];
  const options = [
    { value: '', label: t('settings.groups.none') },
    ...names.map((name) => ({ value: name, label: name })),
  ];
  return (
    <Field
      id="agentsGroup"
      label={t('settings.name.agentsGroup')}
      help={t('settings.help.agentsGroup')}
      error={fieldError(fault)}
    >
      <Select
        inputId="agentsGroup"
        name="agentsGroup"
        isLoading={groups.isListing}
        isInvalid={fault !== undefined}
        options={options}
        value={options.find(({ value }) => value === agentsGroup)}
        onChange={(chosen: Option) => {
          model.change({ agentsGroup: chosen.value });
        }}
      />
    </Field>
  );
}
