import { ProgressTracker } from '@forge/react';
import { useLanguage } from '../language/users-language';
import type { ShownState } from '../components/state-now';

const stages = ['sent', 'opened', 'result'] as const;
const reached: Partial<Record<ShownState, number>> = { sent: 0, started: 1, review: 2 };

/** How far a verification that is under way has come; nothing for one that has ended. */
export function Progress({ state }: { state: ShownState }) {
  const { t } = useLanguage();
  const current = reached[state];
  if (current === undefined) return null;
  return (
    <ProgressTracker
      label={t('progress.label')}
      spacing="compact"
      animated={false}
      items={stages.map((stage, i) => ({
        id: stage,
        label: t(`progress.${stage === 'result' && state === 'review' ? 'review' : stage}`),
        percentageComplete: i < current ? 100 : 0,
        status: i < current ? 'visited' : i === current ? 'current' : 'unvisited',
      }))}
    />
  );
}
