import type { LozengeProps } from '@forge/react';
import type { ShownState } from './state-now';

export type Appearance = 'information' | 'success' | 'warning' | 'error';

interface StateWords {
  title: string;
  /** The state in a word or two. */
  short: string;
  appearance: Appearance;
  lozenge: NonNullable<LozengeProps['appearance']>;
  /** What it means and what to do next. */
  next: string;
}

export const stateWords: Record<ShownState, StateWords> = {
  sent: {
    title: 'Link sent',
    short: 'Sent',
    appearance: 'information',
    lozenge: 'inprogress',
    next: 'Ask the employee to open the link on their phone. The result appears here by itself.',
  },
  started: {
    title: 'Link opened',
    short: 'Opened',
    appearance: 'information',
    lozenge: 'inprogress',
    next: 'The employee is completing the check. The result appears here by itself.',
  },
  passed: {
    title: '✅ Verification passed',
    short: 'Passed',
    appearance: 'success',
    lozenge: 'success',
    next: 'Identity confirmed — you may proceed.',
  },
  'passed-earlier': {
    title: 'Passed earlier, verify again',
    short: 'Passed earlier',
    appearance: 'warning',
    lozenge: 'moved',
    next: 'This pass is too old to rely on. Send a new link before you proceed.',
  },
  failed: {
    title: '❌ Verification failed',
    short: 'Failed',
    appearance: 'error',
    lozenge: 'removed',
    next: 'Do not proceed — escalate for review.',
  },
  review: {
    title: '⚠️ Manual review required',
    short: 'In review',
    appearance: 'warning',
    lozenge: 'moved',
    next: 'Do not proceed until review is complete. The result of the review appears here by itself.',
  },
  expired: {
    title: 'Link expired',
    short: 'Expired',
    appearance: 'warning',
    lozenge: 'default',
    next: 'The employee did not open the link in time. Send a new one.',
  },
  'no-result': {
    title: 'No result received',
    short: 'No result',
    appearance: 'warning',
    lozenge: 'default',
    next: 'The link was opened, but no result came. Do not proceed; send a new link.',
  },
  superseded: {
    title: 'Replaced by a newer link',
    short: 'Replaced',
    appearance: 'information',
    lozenge: 'default',
    next: 'Ask the employee for the newest link.',
  },
  'identity-changed': {
    title: '⚠️ Manual review required',
    short: 'Other identity',
    appearance: 'warning',
    lozenge: 'moved',
    next: 'Incode reported another identity than the one with which this employee passed before. Do not proceed until somebody has looked into it; a Jira administrator can then reset the known identity.',
  },
  contradicted: {
    title: '⚠️ Contradicting results',
    short: 'Contradicting',
    appearance: 'error',
    lozenge: 'removed',
    next: 'Incode reported both a success and a failure. Do not proceed; send a new link and have the session looked at in Incode’s dashboard.',
  },
  mismatch: {
    title: '⚠️ Different person',
    short: 'Different person',
    appearance: 'error',
    lozenge: 'removed',
    next: 'The result belongs to somebody else than the employee you asked for. Do not proceed; escalate.',
  },
};
