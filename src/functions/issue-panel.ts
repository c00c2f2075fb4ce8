import * as z from 'zod/mini';
import { AppError } from '../verification/app-error';
import { readHistory, withCurrent } from '../verification/read-history';
import { readTicket } from '../verification/read-ticket';
import { readForSending, sendLink } from '../verification/send-link';
import { normalizeEmail } from '../verification/verification';
import { isSetUp } from '../settings/settings';
import { access } from './access';
import { decode } from './decode';
import { attemptView, historyView, verificationView } from './panel-view';
import { guardedResolver } from './resolver';
import { destinationOf, sendLinkForm } from './send-link-form';
import type { Callers } from './access';
import type { HistoryView, IssuePanelApi, PanelView, VerificationView } from '../contract/issue-panel';
import type { App } from '../wiring/app';

/** The settings page's key in the manifest. */
const SETTINGS_MODULE = 'settings';

/** The resolver of the issue panel. */
export const issuePanel = guardedResolver<IssuePanelApi, typeof access.issuePanel>(
  'issue-panel',
  access.issuePanel,
  { openPanel, sendLink: send, openHistory, findSettings },
  ['openPanel', 'openHistory', 'sendLink'],
);

// Two steps in sequence at most: the current verification is all that has to wait for something.
async function openPanel(app: App, { issue }: Callers['agent']): Promise<PanelView> {
  const records = app.issueRecords(issue.id);
  const [{ stored }, details, reading, history, channel] = await Promise.all([
    records,
    app.jira.requestDetails(issue.id),
    readTicket(
      app.verification,
      records.then(({ ticket }) => ticket),
    ),
    readHistory(app.verification.store, issue.id),
    app.listeningChannel(issue.id),
  ]);
  const { settings } = stored;
  const { attempt, current, sentToday, readAt } = reading;
  return {
    readAt,
    isSetUp: isSetUp(settings, readAt),
    deliveryMethod: settings.deliveryMethod,
    typedDestinations: settings.typedDestinations,
    linksLeft: Math.max(0, settings.limits.perTicket - sentToday),
    requester: details.reporter,
    attempt: attempt && attemptView(attempt, readAt),
    verification: current && verificationView(current, settings, readAt),
    history: historyView(withCurrent(history, current), settings, readAt),
    channel,
  };
}

const historyFrom = z.object({ cursor: z.string().check(z.minLength(1), z.maxLength(2000)) });

async function openHistory(app: App, { issue }: Callers['agent'], payload: unknown): Promise<HistoryView> {
  const { cursor } = decode(historyFrom, payload);
  const [{ stored }, page] = await Promise.all([
    app.issueRecords(issue.id),
    readHistory(app.verification.store, issue.id, cursor),
  ]);
  return historyView(page, stored.settings, app.clock.now());
}

function findSettings(): Promise<{ moduleKey: string }> {
  return Promise.resolve({ moduleKey: SETTINGS_MODULE });
}

// All that has to be read is read while Jira is still asked about the caller; nothing is sent before it has answered.
async function send(
  app: App,
  { accountId, issue }: Callers['agent'],
  payload: unknown,
): Promise<() => Promise<VerificationView>> {
  const form = decode(sendLinkForm, payload);
  const destination = destinationOf(form);
  const seenAt = app.clock.now();
  const email = normalizeEmail(form.email);
  const [{ key, statusId, reporter }, { stored }, reading] = await Promise.all([
    app.jira.requestDetails(issue.id),
    app.issueRecords(issue.id),
    readForSending(app.verification, { issue, subject: { email }, requestedBy: accountId }),
  ]);
  if (!isSetUp(stored.settings, seenAt)) throw new AppError('not-configured');
  const isReporter = reporter.email === undefined ? undefined : normalizeEmail(reporter.email) === email;
  const command = {
    ...destination,
    issue: { id: issue.id, key },
    status: { id: statusId, seenAt },
    subject: { email, isReporter, displayName: isReporter ? reporter.displayName : undefined },
    requestedBy: accountId,
  };
  return async () => {
    try {
      const verification = await sendLink(app.verification, command, reading);
      return verificationView(verification, stored.settings, app.clock.now());
    } catch (error) {
      throw await withoutHiddenIssue(app, error);
    }
  };
}

/** Leaves out of `live-elsewhere` what the user may not know: on which request the link is out. */
async function withoutHiddenIssue(app: App, error: unknown): Promise<unknown> {
  if (!(error instanceof AppError) || error.code !== 'live-elsewhere') return error;
  const { endsAt, issueId, issueKey } = error.values ?? {};
  const canSee = issueId !== undefined && (await app.jira.isVisible(String(issueId)));
  return new AppError('live-elsewhere', {
    values: {
      ...(endsAt !== undefined && { endsAt }),
      ...(canSee && issueKey !== undefined && { issueKey }),
    },
  });
}
