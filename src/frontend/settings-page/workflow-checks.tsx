import { DynamicTable, Inline, LoadingButton, Stack, Text } from '@forge/react';
import { useState } from 'react';
import { call } from '../components/call';
import { useLanguage } from '../language/users-language';
import { errorSentence } from './error-words';
import { invoke } from './invoke';
import { projectName } from './setting-words';
import { statusesChecked, validatorsMet, verdictFor } from './workflow-verdicts';
import type { SectionProps } from './section';
import type { ServiceProjects } from './listings';
import type { WireError } from '../../contract/answer';
import type { WorkflowCheck } from '../../contract/settings-page';

interface Checked {
  projectId: string;
  result: WorkflowCheck | WireError;
}

/** *Check workflows*: project by project, from which statuses the mapping in the form can work. */
export function WorkflowChecks({ model, form, projects }: SectionProps) {
  const { t } = useLanguage();
  const [isRunning, setIsRunning] = useState(false);
  const [checked, setChecked] = useState<Checked[]>();
  const check = async () => {
    setIsRunning(true);
    setChecked([]);
    for (const projectId of form.projects ?? (await listed(projects))) {
      const transitions = form.projectTransitions[projectId] ?? form.transitions;
      const answer = await call(invoke('checkWorkflow', { projectId, transitions }));
      const result = answer.ok ? answer.data : answer.error;
      setChecked((before = []) => [...before, { projectId, result }]);
    }
    setIsRunning(false);
  };
  return (
    <Stack space="space.150">
      <Inline>
        <LoadingButton isLoading={isRunning} onClick={() => void check()}>
          {t('settings.checks.submit')}
        </LoadingButton>
      </Inline>
      {checked?.map((project) => (
        <Project
          key={project.projectId}
          name={projectName(t, project.projectId, model.projectNames)}
          result={project.result}
        />
      ))}
      {checked && checked.length > 0 && !isRunning && (
        <Text size="small" color="color.text.subtle">
          {t('settings.checks.note')} {t('settings.checks.validators')}
        </Text>
      )}
    </Stack>
  );
}

async function listed(projects: ServiceProjects): Promise<string[]> {
  const all = projects.listed.length > 0 ? projects.listed : await projects.list();
  return all.map(({ id }) => id);
}

function Project({ name, result }: { name: string; result: Checked['result'] }) {
  const language = useLanguage();
  const { t } = language;
  if ('code' in result) {
    return <Text>{t('settings.checks.failed', { name, error: errorSentence(language, result) })}</Text>;
  }
  if (result.outcomes.length === 0) return <Text>{t('settings.checks.nothing', { name })}</Text>;
  return (
    <Stack space="space.050">
      <Text weight="bold">{name}</Text>
      {result.outcomes
        .filter((check) => check.result.kind === 'no-such-status')
        .map(({ outcome, target }) => (
          <Text key={outcome} color="color.text.danger">
            {t('settings.checks.noSuchStatus', {
              outcome: t(`settings.checks.outcome.${outcome}`),
              status: target.name,
            })}
          </Text>
        ))}
      <Verdicts name={name} check={result} />
    </Stack>
  );
}

/** Whether an outcome's status can be reached from a status, and what was seen to stand in the way. */
function VerdictCell({ outcome, status }: { outcome: WorkflowCheck['outcomes'][number]; status: string }) {
  const { t, onDate } = useLanguage();
  return (
    <Stack>
      <Text>{t(`settings.checks.verdict.${verdictFor(outcome, status)}`)}</Text>
      {validatorsMet(outcome, status).map(({ validator, metAt, hold }) => (
        <Text key={validator} size="small" color="color.text.subtle">
          {t(`settings.checks.met.${hold}`, { validator, date: onDate(metAt) })}
        </Text>
      ))}
    </Stack>
  );
}

/** From each status (rows), whether the outcome's status can be reached (columns). */
function Verdicts({ name, check }: { name: string; check: WorkflowCheck }) {
  const { t } = useLanguage();
  const rows = statusesChecked(check).map((status) => ({
    key: status,
    cells: [
      { key: 'from', content: status },
      ...check.outcomes.map((outcome) => ({
        key: outcome.outcome,
        content: <VerdictCell outcome={outcome} status={status} />,
      })),
    ],
  }));
  const head = [
    { key: 'from', content: t('settings.checks.from') },
    ...check.outcomes.map(({ outcome, target }) => ({
      key: outcome,
      content: t('settings.checks.to', {
        outcome: t(`settings.checks.outcome.${outcome}`),
        status: target.name,
      }),
    })),
  ];
  return rows.length > 0 && <DynamicTable label={name} head={{ cells: head }} rows={rows} />;
}
