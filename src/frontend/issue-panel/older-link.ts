import type { PanelView } from '../../contract/issue-panel';

/** Whether the employee took the link before the one that is out. */
export function isOlderCompleted({ verification, history }: PanelView): boolean {
  const isOut = verification?.state === 'sent' || verification?.state === 'started';
  return isOut && history.entries[1]?.isCompletedAfterReplacement === true;
}
