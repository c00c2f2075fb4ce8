import { Button, Heading, Inline, Stack } from '@forge/react';
import { Field } from '../components/field';
import { Choice } from './choice';
import { MappingFields } from './mapping-fields';
import { ListProjects } from './list-projects';
import { projectName } from './setting-words';
import type { SectionProps } from './settings-page';
import type { SettingsForm } from '../../contract/settings-page';

/** Projects that map outcomes in a way of their own. */
export function ProjectMappings({ model, saved, form, projects }: SectionProps) {
  const mappings = form.projectTransitions;
  const change = (projectTransitions: SettingsForm['projectTransitions']) => {
    model.change({ projectTransitions });
  };
  const nameOf = (id: string) => projectName(id, model.projectNames);
  const others = projects.listed.filter(({ id }) => !(id in mappings));
  return (
    <>
      {Object.entries(mappings).map(([id, mapping]) => (
        <Stack key={id} space="space.100">
          <Heading as="h3" size="small">{`Statuses in ${nameOf(id)}`}</Heading>
          <MappingFields
            id={`project-${id}`}
            fields={fieldsFor(nameOf(id))}
            statuses={saved.statuses}
            mapping={mapping}
            onChange={(changed) => {
              change({ ...mappings, [id]: changed });
            }}
          />
          <Inline>
            <Button
              spacing="compact"
              onClick={() => {
                change(Object.fromEntries(Object.entries(mappings).filter(([other]) => other !== id)));
              }}
            >
              {`Remove the mapping of ${nameOf(id)}`}
            </Button>
          </Inline>
        </Stack>
      ))}
      {others.length > 0 && (
        <Field
          id="ownMapping"
          label="Other statuses for one project"
          help="Takes the place of the above there"
        >
          <Choice
            id="ownMapping"
            options={[
              { value: '', label: 'Choose a service project' },
              ...others.map(({ id, key, name }) => ({ value: id, label: `${name} (${key})` })),
            ]}
            value=""
            onChange={(id) => {
              if (id !== '') change({ ...mappings, [id]: form.transitions });
            }}
          />
        </Field>
      )}
      <ListProjects projects={projects} first="Other statuses for one project" />
    </>
  );
}

function fieldsFor(project: string) {
  return [
    { name: 'passed', label: `When it passes in ${project}` },
    { name: 'failed', label: `When it fails in ${project}` },
    { name: 'review', label: `When it needs review in ${project}` },
  ] as const;
}
