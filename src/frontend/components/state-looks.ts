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

/** A pass that does not give the request what it needs. */
const notEnough: StateLooks = { message: 'warning', lozenge: 'moved' };
const demoPass: StateLooks = { message: 'information', lozenge: 'new' };

/**
 * How a state looks. Green is a pass that gives access: not one of the demo environment, nor one that is not enough.
 * @param isEnough whether a pass gives the request what it needs
 */
export function looksOf(
  state: ShownState,
  environment: VerificationView['environment'],
  isEnough = true,
): StateLooks {
  if (state !== 'passed') return stateLooks[state];
  if (environment === 'demo') return demoPass;
  return isEnough ? stateLooks.passed : notEnough;
}
