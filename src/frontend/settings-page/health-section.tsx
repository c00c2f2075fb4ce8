import { Button, Inline, Link, SectionMessage, Stack, Text } from '@forge/react';
import { useState } from 'react';
import { call } from '../components/call';
import { useLanguage } from '../language/users-language';
import { errorSentence } from './error-words';
import { problemSentence } from './health-words';
import { invoke } from './invoke';
import { Section } from './section';
import type { SectionProps } from './settings-page';
import type { WireError } from '../../contract/answer';
import type { ProblemView } from '../../contract/settings-page';

/** *Health*: what could not be done and why, newest first. */
export function HealthSection({ model, saved }: SectionProps) {
  const language = useLanguage();
  const { t } = language;
  const { problems, stoppedProjects } = saved;
  const [error, setError] = useState<WireError>();
  const act = async (key: 'tryAgain' | 'dismissProblem', id: string) => {
    const answer = await call(invoke(key, { id }));
    setError(answer.ok ? undefined : answer.error);
    if (answer.ok) model.refresh({ problems: answer.data });
  };
  const isWell = problems.length === 0 && stoppedProjects.length === 0;
  return (
    <Section title={t('settings.health.title')} intro={t('settings.health.intro')}>
      {isWell && (
        <SectionMessage appearance="success" title={t('settings.health.well.title')}>
          <Text>{t('settings.health.well.text')}</Text>
        </SectionMessage>
      )}
      {error && (
        <SectionMessage appearance="error" title={t('settings.health.failed.title')}>
          <Text>{errorSentence(language, error)}</Text>
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
  const language = useLanguage();
  const { t, onDate } = language;
  const { id, issue, at, canTryAgain } = problem;
  return (
    <Stack space="space.050">
      <Inline space="space.100" alignBlock="center" shouldWrap>
        <Link href={`/browse/${issue.key}`} openNewTab>
          {issue.key}
        </Link>
        <Text>{onDate(at)}</Text>
      </Inline>
      <Text>{problemSentence(language, problem)}</Text>
      <Inline space="space.100">
        {canTryAgain && (
          <Button spacing="compact" onClick={() => void act('tryAgain', id)}>
            {t('settings.health.tryAgain')}
          </Button>
        )}
        <Button spacing="compact" appearance="subtle" onClick={() => void act('dismissProblem', id)}>
          {t('settings.health.dismiss')}
        </Button>
      </Inline>
    </Stack>
  );
}
