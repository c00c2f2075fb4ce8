import type { ShownState } from '../components/state-now';

/** Which texts say what asking for a new link does to the one that stands. */
export function replacement(state: ShownState): 'underWay' | 'review' | 'ended' {
  if (state === 'sent' || state === 'started') return 'underWay';
  return state === 'review' ? 'review' : 'ended';
}
