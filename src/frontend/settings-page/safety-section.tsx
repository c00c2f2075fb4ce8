import { Select, Textfield } from '@forge/react';
import { Field } from '../components/field';
import { Choice } from './choice';
import { destinations, identityChanges } from './choices';
import { ListProjects } from './list-projects';
import { NumberField } from './number-field';
import { Section } from './section';
import { projectName } from './setting-words';
import type { SectionProps } from './settings-page';

const limits = [
  { name: 'perTicket', label: 'Links per request and day', least: 1, most: 100 },
  { name: 'perEmployee', label: 'Links per employee and day', least: 1, most: 100 },
  { name: 'perAgent', label: 'Links per agent and day', least: 1, most: 1000 },
  {
    name: 'coolDownSeconds',
    label: 'Pause between two links to one employee (seconds)',
    help: '0 for none',
    least: 0,
    most: 300,
  },
] as const;

/** *Safety*: who may be sent what, how often, and where the app is used. */
export function SafetySection(props: SectionProps) {
  const { model, form, projects } = props;
  return (
    <Section title="Safety">
      <Field
        id="typedDestinations"
        label="Phone numbers and addresses that agents type"
        help="A caller may talk an agent into sending the link to somebody else"
      >
        <Choice
          id="typedDestinations"
          options={destinations}
          value={form.typedDestinations}
          onChange={(typedDestinations) => {
            model.change({ typedDestinations });
          }}
        />
      </Field>
      <Field id="identityChange" label="A pass with another Incode identity than the employee’s first">
        <Choice
          id="identityChange"
          options={identityChanges}
          value={form.identityChange}
          onChange={(identityChange) => {
            model.change({ identityChange });
          }}
        />
      </Field>
      {limits.map(({ name, label, least, most, ...rest }) => (
        <NumberField
          key={name}
          id={name}
          label={label}
          {...rest}
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
      <ListProjects projects={projects} first="List service projects" />
      <AgentsGroup {...props} />
    </Section>
  );
}

interface ProjectOption {
  value: string;
  label: string;
}

function Projects({ model, form, projects }: SectionProps) {
  const chosen = form.projects ?? [];
  const listed = projects.listed.map(({ id, key, name }) => ({ value: id, label: `${name} (${key})` }));
  // What is chosen stays so, whether or not it is among those that are listed.
  const others = chosen.filter((id) => !listed.some(({ value }) => value === id));
  const options = [
    ...listed,
    ...others.map((id) => ({ value: id, label: projectName(id, model.projectNames) })),
  ];
  return (
    <Field id="projects" label="Service projects" help="Leave empty to use the app in all of them">
      <Select
        inputId="projects"
        name="projects"
        isMulti
        isLoading={projects.isListing}
        placeholder="All service projects"
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
  const error = model.error?.fields?.['agentsGroup'];
  return (
    <Field
      id="agentsGroup"
      label="Group of agents"
      help="The exact name of a Jira group. Only its members who are agents may verify; leave empty for every agent"
      error={error && 'Enter at most 255 characters.'}
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
