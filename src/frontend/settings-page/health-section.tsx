import { Button, Inline, Link, SectionMessage, Stack, Text } from '@forge/react';
import { useState } from 'react';
import { call } from '../components/call';
import { problemSentence } from './health-words';
import { invoke } from './invoke';
import { Section } from './section';
import { errorSentence } from './words';
import type { SectionProps } from './settings-page';
import type { WireError } from '../../contract/answer';
import type { ProblemView } from '../../contract/settings-page';

/** *Health*: what could not be done and why, newest first. */
export function HealthSection({ model, saved }: SectionProps) {
  const { problems, stoppedProjects } = saved;
  const [error, setError] = useState<WireError>();
  const act = async (key: 'tryAgain' | 'dismissProblem', id: string) => {
    const answer = await call(invoke(key, { id }));
    setError(answer.ok ? undefined : answer.error);
    if (answer.ok) model.refresh({ problems: answer.data });
  };
  const isWell = problems.length === 0 && stoppedProjects.length === 0;
  return (
    <Section title="Health" intro="What happened within the last 30 days and was not put aside.">
      {isWell && (
        <SectionMessage appearance="success" title="All well">
          <Text>Everything that was to be done has been done.</Text>
        </SectionMessage>
      )}
      {error && (
        <SectionMessage appearance="error" title="That did not work">
          <Text>{errorSentence(error)}</Text>
        </SectionMessage>
      )}
      {problems.map((problem) => (
        <Problem key={problem.id} problem={problem} act={act} />
      ))}
    </Section>
  );
}

interface ProblemProps {
  problem: ProblemView;
  act: (key: 'tryAgain' | 'dismissProblem', id: string) => Promise<void>;
}

function Problem({ problem, act }: ProblemProps) {
  const { id, issue, at, canTryAgain } = problem;
  return (
    <Stack space="space.050">
      <Inline space="space.100" alignBlock="center" shouldWrap>
        <Link href={`/browse/${issue.key}`} openNewTab>
          {issue.key}
        </Link>
        <Text>{new Date(at).toLocaleString()}</Text>
      </Inline>
      <Text>{problemSentence(problem)}</Text>
      <Inline space="space.100">
        {canTryAgain && (
          <Button spacing="compact" onClick={() => void act('tryAgain', id)}>
            Try again
          </Button>
        )}
        <Button spacing="compact" appearance="subtle" onClick={() => void act('dismissProblem', id)}>
          Dismiss
        </Button>
      </Inline>
    </Stack>
  );
}
