import { readTicket } from '../verification/ticket/read-ticket';
import { access } from './access';
import { readHeld } from './held';
import { attemptView, verificationView, withReporterNow } from './panel-view';
import { passCountsMs, readNeeds, requirementView } from './requirement';
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

async function openContext(app: App, { issue }: Callers['agent'], payload: unknown): Promise<LiveView> {
  const held = readHeld(payload);
  const records = app.issueRecords(issue.id);
  const [{ stored }, { ticket, current, readAt }, needs, channel] = await Promise.all([
    records,
    readTicket(
      app.verification,
      records.then(({ ticket }) => ticket),
    ),
    readNeeds(app, issue.id, records),
    held.channel ? undefined : app.listeningChannel(issue.id),
  ]);
  const { attempt, told, objection } = ticket ?? {};
  return {
    readAt,
    attempt: attempt && attemptView(attempt, readAt),
    verification:
      current &&
      withReporterNow(
        verificationView(current, passCountsMs(needs, stored.settings), readAt, told),
        current,
        needs.reporter,
      ),
    requirement: requirementView(needs, current, await records, readAt),
    objectedAt: objection?.at,
    channel,
  };
}
