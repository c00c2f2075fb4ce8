import { ProgressTracker } from '@forge/react';
import { panelWords } from './words';
import type { ShownState } from '../components/state-now';

const stages = ['sent', 'opened', 'result'] as const;
const reached: Partial<Record<ShownState, number>> = { sent: 0, started: 1, review: 2 };

/** How far a verification that is under way has come; nothing for one that has ended. */
export function Progress({ state }: { state: ShownState }) {
  const current = reached[state];
  if (current === undefined) return null;
  const { steps } = panelWords;
  return (
    <ProgressTracker
      label="Progress"
      spacing="compact"
      animated={false}
      items={stages.map((stage, i) => ({
        id: stage,
        label: stage === 'result' && state === 'review' ? steps.review : steps[stage],
        percentageComplete: i < current ? 100 : 0,
        status: i < current ? 'visited' : i === current ? 'current' : 'unvisited',
      }))}
    />
  );
}
