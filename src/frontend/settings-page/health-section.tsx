import {
  DynamicTable,
  Inline,
  Link,
  LoadingButton,
  Lozenge,
  SectionMessage,
  Stack,
  Text,
} from '@forge/react';
import { useAction } from '../components/use-action';
import { useLanguage } from '../language/users-language';
import { ActionFailed } from './action-outcome';
import { errorSentence } from './error-words';
import { problemSentence, severityOf } from './health-words';
import { invoke } from './invoke';
import { Section } from './section';
import type { Language } from '../language/language';
import type { SectionProps } from './section';
import type { ProblemView } from '../../contract/settings-page';

type Act = 'tryAgain' | 'dismissProblem';

/** *Health*: what could not be done and why, newest first. */
export function HealthSection({ model, saved }: SectionProps) {
  const language = useLanguage();
  const { t } = language;
  const { problems, stoppedProjects } = saved;
  const { running, error, run } = useAction<`${Act}:${string}`>();
  const act = async (name: Act, id: string) => {
    const left = await run(`${name}:${id}`, () => invoke(name, { id }));
    if (left) model.refresh({ problems: left });
  };
  const isWell = problems.length === 0 && stoppedProjects.length === 0;
  return (
    <Section title={t('settings.health.title')} intro={t('settings.health.intro')}>
      {isWell && (
        <SectionMessage appearance="success" title={t('settings.health.well.title')}>
          <Text>{t('settings.health.well.text')}</Text>
        </SectionMessage>
      )}
      {error && <ActionFailed why={errorSentence(language, error)} />}
      {problems.length > 0 && (
        <DynamicTable
          label={t('settings.health.title')}
          head={head(t)}
          rows={problems.map((problem) => ({
            key: problem.id,
            cells: [
              ...facts(language, problem),
              { key: 'what', content: <What problem={problem} running={running} act={act} /> },
            ],
          }))}
          rowsPerPage={20}
        />
      )}
    </Section>
  );
}

function head(t: Language['t']) {
  return {
    cells: [
      { key: 'severity', content: t('settings.health.severity'), width: 18 },
      { key: 'issue', content: t('settings.health.request'), width: 30 },
      { key: 'what', content: t('settings.changes.what'), width: 52 },
    ],
  };
}

const looks = { high: 'removed', medium: 'moved', low: 'default' } as const;

function facts(language: Language, problem: ProblemView) {
  const { t, onDate } = language;
  const { issue, at } = problem;
  const severity = severityOf(problem);
  return [
    {
      key: 'severity',
      content: <Lozenge appearance={looks[severity]}>{t(`settings.health.severity.${severity}`)}</Lozenge>,
    },
    {
      key: 'issue',
      content: (
        <Stack space="space.025">
          <Link href={`/browse/${issue.key}`} openNewTab>
            {issue.key}
          </Link>
          <Text size="small">{onDate(at)}</Text>
        </Stack>
      ),
    },
  ];
}

interface WhatProps {
  problem: ProblemView;
  running: `${Act}:${string}` | undefined;
  act: (name: Act, id: string) => Promise<void>;
}

/** What happened, and what can be done about it. */
function What({ problem, running, act }: WhatProps) {
  const language = useLanguage();
  const { t } = language;
  const { id, canTryAgain } = problem;
  return (
    <Stack space="space.050">
      <Text>{problemSentence(language, problem)}</Text>
      <Inline space="space.050" shouldWrap>
        {canTryAgain && (
          <LoadingButton
            spacing="compact"
            isLoading={running === `tryAgain:${id}`}
            onClick={() => void act('tryAgain', id)}
          >
            {t('settings.health.tryAgain')}
          </LoadingButton>
        )}
        <LoadingButton
          spacing="compact"
          appearance="subtle"
          isLoading={running === `dismissProblem:${id}`}
          onClick={() => void act('dismissProblem', id)}
        >
          {t('settings.health.dismiss')}
        </LoadingButton>
      </Inline>
    </Stack>
  );
}
