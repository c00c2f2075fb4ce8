import { Select, Textfield } from '@forge/react';
import { Field } from '../components/field';
import { useFieldError } from '../components/use-field-error';
import { useLanguage } from '../language/users-language';
import { Choice } from './choice';
import { destinations, identityChanges } from './choices';
import { ListProjects } from './list-projects';
import { NumberField } from './number-field';
import { Section } from './section';
import { projectName } from './setting-words';
import type { SectionProps } from './section';

const limits = [
  { name: 'perTicket', least: 1, most: 100 },
  { name: 'perEmployee', least: 1, most: 100 },
  { name: 'perAgent', least: 1, most: 1000 },
  { name: 'coolDownSeconds', least: 0, most: 300 },
] as const;

/** *Safety*: who may be sent what, how often, and where the app is used. */
export function SafetySection(props: SectionProps) {
  const { model, form, projects } = props;
  const { t } = useLanguage();
  return (
    <Section title={t('settings.safety.title')}>
      <Field
        id="typedDestinations"
        label={t('settings.name.typedDestinations')}
        help={t('settings.help.typedDestinations')}
      >
        <Choice
          id="typedDestinations"
          options={destinations(t)}
          value={form.typedDestinations}
          onChange={(typedDestinations) => {
            model.change({ typedDestinations });
          }}
        />
      </Field>
      <Field id="identityChange" label={t('settings.name.identityChange')}>
        <Choice
          id="identityChange"
          options={identityChanges(t)}
          value={form.identityChange}
          onChange={(identityChange) => {
            model.change({ identityChange });
          }}
        />
      </Field>
      {limits.map(({ name, least, most }) => (
        <NumberField
          key={name}
          id={name}
          label={t(`settings.name.limits.${name}`)}
          {...(name === 'coolDownSeconds' && { help: t('settings.help.limits.coolDownSeconds') })}
          least={least}
          most={most}
          value={form.limits[name]}
          error={model.error?.fields?.[`limits.${name}`]}
          onChange={(value) => {
            model.change({ limits: { ...form.limits, [name]: value } });
          }}
        />
      ))}
      <Projects {...props} />
      <ListProjects projects={projects} first={t('settings.projects.list')} />
      <AgentsGroup {...props} />
    </Section>
  );
}

interface ProjectOption {
  value: string;
  label: string;
}

function Projects({ model, form, projects }: SectionProps) {
  const { t } = useLanguage();
  const chosen = form.projects ?? [];
  const listed = projects.listed.map(({ id, key, name }) => ({ value: id, label: `${name} (${key})` }));
  // What is chosen stays so, whether or not it is among those that are listed.
  const others = chosen.filter((id) => !listed.some(({ value }) => value === id));
  const options = [
    ...listed,
    ...others.map((id) => ({ value: id, label: projectName(t, id, model.projectNames) })),
  ];
  return (
    <Field id="projects" label={t('settings.name.projects')} help={t('settings.help.projects')}>
      <Select
        inputId="projects"
        name="projects"
        isMulti
        isLoading={projects.isListing}
        placeholder={t('settings.projects.all')}
        options={options}
        value={options.filter(({ value }) => chosen.includes(value))}
        onChange={(picked: ProjectOption[] | null) => {
          const ids = (picked ?? []).map(({ value }) => value);
          model.change({ projects: ids.length > 0 ? ids : null });
        }}
      />
    </Field>
  );
}

function AgentsGroup({ model, form }: SectionProps) {
  const { t } = useLanguage();
  const fieldError = useFieldError();
  const error = model.error?.fields?.['agentsGroup'];
  return (
    <Field
      id="agentsGroup"
      label={t('settings.name.agentsGroup')}
      help={t('settings.help.agentsGroup')}
      error={error === 'too-long' ? t('settings.field.atMost', { most: 255 }) : fieldError(error)}
    >
      <Textfield
        id="agentsGroup"
        name="agentsGroup"
        value={form.agentsGroup}
        isInvalid={error !== undefined}
        onChange={(event) => {
          model.change({ agentsGroup: String(event.target.value) });
        }}
      />
    </Field>
  );
}
