import { Inline, Link, LoadingButton, SectionMessage, Stack, Text } from '@forge/react';
import { useAction } from '../components/use-action';
import { useLanguage } from '../language/users-language';
import { errorSentence } from './error-words';
import { problemSentence } from './health-words';
import { invoke } from './invoke';
import { Section } from './section';
import type { SectionProps } from './section';
import type { ProblemView } from '../../contract/settings-page';

/** *Health*: what could not be done and why, newest first. */
export function HealthSection({ model, saved }: SectionProps) {
  const { t } = useLanguage();
  const { problems, stoppedProjects } = saved;
  const isWell = problems.length === 0 && stoppedProjects.length === 0;
  return (
    <Section title={t('settings.health.title')} intro={t('settings.health.intro')}>
      {isWell && (
        <SectionMessage appearance="success" title={t('settings.health.well.title')}>
          <Text>{t('settings.health.well.text')}</Text>
        </SectionMessage>
      )}
      {problems.map((problem) => (
        <Problem key={problem.id} problem={problem} model={model} />
      ))}
    </Section>
  );
}

interface ProblemProps extends Pick<SectionProps, 'model'> {
  problem: ProblemView;
}

function Problem({ problem, model }: ProblemProps) {
  const language = useLanguage();
  const { t, onDate } = language;
  const { id, issue, at, canTryAgain } = problem;
  const { running, error, run } = useAction<'tryAgain' | 'dismissProblem'>();
  const act = async (key: 'tryAgain' | 'dismissProblem') => {
    const problems = await run(key, () => invoke(key, { id }));
    if (problems) model.refresh({ problems });
  };
  return (
    <Stack space="space.050">
      <Inline space="space.100" alignBlock="center" shouldWrap>
        <Link href={`/browse/${issue.key}`} openNewTab>
          {issue.key}
        </Link>
        <Text>{onDate(at)}</Text>
      </Inline>
      <Text>{problemSentence(language, problem)}</Text>
      {error && (
        <SectionMessage appearance="error" title={t('settings.action.failed.title')}>
          <Text>{errorSentence(language, error)}</Text>
        </SectionMessage>
      )}
      <Inline space="space.100">
        {canTryAgain && (
          <LoadingButton
            spacing="compact"
            isLoading={running === 'tryAgain'}
            onClick={() => void act('tryAgain')}
          >
            {t('settings.health.tryAgain')}
          </LoadingButton>
        )}
        <LoadingButton
          spacing="compact"
          appearance="subtle"
          isLoading={running === 'dismissProblem'}
          onClick={() => void act('dismissProblem')}
        >
          {t('settings.health.dismiss')}
        </LoadingButton>
      </Inline>
    </Stack>
  );
}
