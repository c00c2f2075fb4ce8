import { Inline, List, ListItem, LoadingButton, Stack, Text } from '@forge/react';
import { useState } from 'react';
import { call } from '../components/call';
import { invoke } from './invoke';
import { errorSentence } from './words';
import type { SectionProps } from './settings-page';
import type { WireError } from '../../contract/answer';
import type { WorkflowCheck } from '../../contract/settings-page';

interface Checked {
  projectId: string;
  name: string;
  result: WorkflowCheck | WireError;
}

/** *Check workflows*: project by project, from which statuses the mapping in the form can work. */
export function WorkflowChecks({ form, projects }: SectionProps) {
  const [isRunning, setIsRunning] = useState(false);
  const [checked, setChecked] = useState<Checked[]>();
  const check = async () => {
    setIsRunning(true);
    setChecked([]);
    const listed = projects.listed.length > 0 ? projects.listed : await projects.list();
    for (const { id, name } of listed) {
      if (form.projects && !form.projects.includes(id)) continue;
      const transitions = form.projectTransitions[id] ?? form.transitions;
      const answer = await call(invoke('checkWorkflow', { projectId: id, transitions }));
      const result = answer.ok ? answer.data : answer.error;
      setChecked((before = []) => [...before, { projectId: id, name, result }]);
    }
    setIsRunning(false);
  };
  return (
    <Stack space="space.100">
      <Inline>
        <LoadingButton isLoading={isRunning} onClick={() => void check()}>
          Check workflows
        </LoadingButton>
      </Inline>
      {checked?.map((project) => (
        <Project key={project.projectId} {...project} />
      ))}
      {checked && !isRunning && (
        <Text size="small" color="color.text.subtle">
          Jira shows an app only what is possible on requests that there are. A transition that asks for a
          field can be refused all the same.
        </Text>
      )}
    </Stack>
  );
}

function Project({ name, result }: Checked) {
  if ('code' in result) return <Text>{`${name}: ${errorSentence(result)}`}</Text>;
  if (result.outcomes.length === 0) return <Text>{`${name}: no statuses are mapped.`}</Text>;
  return (
    <Stack space="space.050">
      <Text weight="medium">{name}</Text>
      <List type="unordered">
        {result.outcomes.map((outcome) => (
          <ListItem key={outcome.outcome}>{sentence(outcome)}</ListItem>
        ))}
      </List>
    </Stack>
  );
}

const labels = { passed: 'Passed', failed: 'Failed', review: 'Manual review' } as const;

function sentence({ outcome, target, result }: WorkflowCheck['outcomes'][number]): string {
  const start = `${labels[outcome]} → ${target.name}`;
  if (result.kind === 'no-such-status') return `${start}: this project has no such status.`;
  const parts = [
    result.can.length > 0 && `works from ${result.can.join(', ')}`,
    result.cannot.length > 0 && `not from ${result.cannot.join(', ')}`,
    result.unknown.length > 0 && `unknown from ${result.unknown.join(', ')}, where no request is now`,
  ];
  return `${start}: ${parts.filter(Boolean).join('; ')}.`;
}
