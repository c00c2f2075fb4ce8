import { isPassAWhileAgo, isTakingLong } from './how-long';
import type { ShownState } from '../components/state-now';
import type { Word } from '../language/words';
import type { VerdictProps } from './verdict-box';

const scripts = {
  started: 'caller.started',
  passed: 'caller.passed',
  'passed-earlier': 'caller.passed-earlier',
  review: 'caller.review',
  expired: 'caller.expired',
  'no-result': 'caller.no-result',
  superseded: undefined,
  failed: 'caller.handOver',
  'identity-changed': 'caller.handOver',
  conflicting: 'caller.handOver',
  mismatch: 'caller.handOver',
  objected: 'caller.handOver',
} as const satisfies Record<Exclude<ShownState, 'sent'>, Word | undefined>;

/** The text with what to say to the caller; there is nothing to say of a link that was replaced. */
export function scriptOf({ verification, state, now }: VerdictProps) {
  if (isTakingLong(verification, state, now)) return 'caller.startedLong';
  if (isPassAWhileAgo(verification, state, now)) return 'caller.sameCall';
  return state === 'sent' ? (`caller.sent.${verification.delivery.method}` as const) : scripts[state];
}
