import { readTicket } from '../verification/ticket/read-ticket';
import { access } from './access';
import { attemptView, verificationView } from './panel-view';
import { readNeeds, requirementView } from './requirement';
import { guardedResolver } from './resolver';
import type { Callers } from './access';
import type { IssueContextApi, LiveView } from '../contract/issue-panel';
import type { App } from '../wiring/app';

/** The resolver of the request's side bar: shows how things stand, changes nothing. */
export const issueContext = guardedResolver<IssueContextApi, typeof access.issueContext>(
  'issue-context',
  access.issueContext,
  { openContext: { read: openContext } },
);

async function openContext(app: App, { issue }: Callers['agent']): Promise<LiveView> {
  const records = app.issueRecords(issue.id);
  const [{ stored }, { attempt, current, told, objection, readAt }, needs, channel] = await Promise.all([
    records,
    readTicket(
      app.verification,
      records.then(({ ticket }) => ticket),
    ),
    readNeeds(app, issue.id, records),
    app.listeningChannel(issue.id),
  ]);
  return {
    readAt,
    attempt: attempt && attemptView(attempt, readAt),
    verification: current && verificationView(current, stored.settings, readAt, told),
    requirement: requirementView(needs, current, await records, readAt),
    objectedAt: objection?.at,
    channel,
  };
}
