import type { LozengeProps } from '@forge/react';
import type { VerificationView } from '../../contract/issue-panel';
import type { ShownState } from './state-now';

interface StateLooks {
  message: 'information' | 'success' | 'warning' | 'error';
  lozenge: NonNullable<LozengeProps['appearance']>;
}

/** How a state is drawn; what it says is in the texts, as `state.….title`, `short` and `next`. */
const stateLooks: Record<ShownState, StateLooks> = {
  sent: { message: 'information', lozenge: 'inprogress' },
  started: { message: 'information', lozenge: 'inprogress' },
  passed: { message: 'success', lozenge: 'success' },
  'passed-earlier': { message: 'warning', lozenge: 'moved' },
  failed: { message: 'error', lozenge: 'removed' },
  review: { message: 'warning', lozenge: 'moved' },
  expired: { message: 'warning', lozenge: 'default' },
  'no-result': { message: 'warning', lozenge: 'default' },
  superseded: { message: 'information', lozenge: 'default' },
  'identity-changed': { message: 'warning', lozenge: 'moved' },
  conflicting: { message: 'error', lozenge: 'removed' },
  objected: { message: 'error', lozenge: 'removed' },
  mismatch: { message: 'error', lozenge: 'removed' },
};

const demoPass: StateLooks = { message: 'information', lozenge: 'new' };

/** How a state looks. A pass of the demo environment gives no access, and is never green. */
export function looksOf(state: ShownState, environment: VerificationView['environment']): StateLooks {
  return state === 'passed' && environment === 'demo' ? demoPass : stateLooks[state];
}
