import { Inline, List, ListItem, LoadingButton, Stack, Text } from '@forge/react';
import { useState } from 'react';
import { call } from '../components/call';
import { useLanguage } from '../language/users-language';
import { errorSentence } from './error-words';
import { invoke } from './invoke';
import { projectName } from './setting-words';
import type { SectionProps } from './section';
import type { ServiceProjects } from './use-service-projects';
import type { WireError } from '../../contract/answer';
import type { WorkflowCheck } from '../../contract/settings-page';
import type { Language } from '../language/language';

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
    <Stack space="space.100">
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
          {t('settings.checks.note')}
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
      <Text weight="medium">{name}</Text>
      <List type="unordered">
        {result.outcomes.map((outcome) => (
          <ListItem key={outcome.outcome}>{sentence(language, outcome)}</ListItem>
        ))}
      </List>
    </Stack>
  );
}

function sentence({ t, list }: Language, check: WorkflowCheck['outcomes'][number]): string {
  const outcome = t(`settings.checks.outcome.${check.outcome}`);
  const status = check.target.name;
  if (check.result.kind === 'no-such-status') return t('settings.checks.noSuchStatus', { outcome, status });
  const { can, cannot, unknown } = check.result;
  const [start = '', ...others] = [
    can.length > 0 && t('settings.checks.can', { statuses: list(can) }),
    cannot.length > 0 && t('settings.checks.cannot', { statuses: list(cannot) }),
    unknown.length > 0 && t('settings.checks.unknown', { statuses: list(unknown) }),
  ].filter((part) => part !== false);
  const findings = others.reduce((first, second) => t('settings.checks.pair', { first, second }), start);
  return t('settings.checks.result', { outcome, status, findings });
}
