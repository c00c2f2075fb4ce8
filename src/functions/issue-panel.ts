import * as z from 'zod/mini';
import { AppError } from '../verification/app-error';
import { limitEndsAt, withinADay } from '../verification/sending/limits';
import { readForSending, sendLink } from '../verification/sending/send-link';
import { comparableEmail, normalizeEmail } from '../verification/session/email-address';
import { checkCode } from '../verification/ticket/check-code';
import { readHistory, readTicket, withCurrent } from '../verification/ticket/read-ticket';
import { isSetUp } from '../settings/settings';
import { access } from './access';
import { plainDigits } from '../contract/typed-text';
import { decode, requiredText } from './decode';
import { readHeld } from './held';
import { longestPassMs } from './longest-pass';
import { attemptView, historyView, verificationView, withReporterNow } from './panel-view';
import { loadPhoneNumbers } from './load-phone-numbers';
import { passCountsMs, readNeeds, requirementIn, requirementView } from './requirement';
import { guardedResolver } from './resolver';
import { destinationOf, sendLinkForm, typedNumber } from './send-link-form';
import type { Callers } from './access';
import type { SendLink } from '../verification/sending/link-request';
import type { SendReading } from '../verification/sending/send-link';
import type { Subject } from '../verification/session/session-record';
import type {
  CodeCheckEnd,
  HistoryView,
  IssuePanelApi,
  NumberView,
  PanelAnswer,
  PanelView,
  VerificationView,
} from '../contract/issue-panel';
import type { App } from '../wiring/app';

type Reporter = Awaited<ReturnType<App['jira']['requestDetails']>>['reporter'];

/** The settings page's key in the manifest. */
const SETTINGS_MODULE = 'settings';

/** The resolver of the issue panel. */
export const issuePanel = guardedResolver<IssuePanelApi, typeof access.issuePanel>(
  'issue-panel',
  access.issuePanel,
  {
    openPanel: { read: openPanel },
    openHistory: { read: openHistory },
    checkDestination: { read: checkDestination },
    checkCode: { act: check },
    sendLink: { read: readSend, act: send },
    findSettings: { act: findSettings },
  },
);

// Two steps in sequence at most: only the current verification waits, for the ticket that names it.
async function openPanel(app: App, { issue }: Callers['agent'], payload: unknown): Promise<PanelAnswer> {
  const held = readHeld(payload);
  const records = app.issueRecords(issue.id);
  const [{ stored }, details, { ticket, current, readAt }, needs, history, channel] = await Promise.all([
    records,
    held.requester ? undefined : app.jira.requestDetails(issue.id),
    readTicket(
      app.verification,
      records.then(({ ticket }) => ticket),
    ),
    readNeeds(app, issue.id, records),
    readHistory(app.verification.store, issue.id),
    held.channel ? undefined : app.listeningChannel(issue.id),
  ]);
  const { settings } = stored;
  const passMs = passCountsMs(needs, settings);
  const reporterNow = details?.reporter.accountId ?? needs.reporter;
  const { attempt, told, objection, sends } = ticket ?? {};
  const recentSends = withinADay(sends, readAt);
  const { perTicket } = settings.limits;
  return {
    readAt,
    isSetUp: isSetUp(settings, readAt),
    deliveryMethod: settings.deliveryMethod,
    typedDestinations: settings.typedDestinations,
    defaultCountry: settings.defaultCountry,
    linksLeft: Math.max(0, perTicket - recentSends.length),
    limit: limitView(recentSends, perTicket),
    requester: details && { email: details.reporter.email, displayName: details.reporter.displayName },
    attempt: attempt && attemptView(attempt, readAt),
    verification:
      current && withReporterNow(verificationView(current, passMs, readAt, told), current, reporterNow),
    requirement: requirementView(needs, current, await records, readAt),
    objectedAt: objection?.at,
    history: historyView(withCurrent(history, current), passMs, readAt, told),
    channel,
  };
}

/** What the caller reads: three digits, however they are typed. */
const readCode = z.object({
  sessionId: requiredText(200),
  digits: requiredText(1000, plainDigits).check(z.regex(/^[0-9]{3}$/, 'three-digits')),
});

function limitView(recentSends: number[], most: number): PanelView['limit'] {
  const freeAt = limitEndsAt(recentSends, most);
  return freeAt === undefined ? undefined : { most, freeAt };
}

const historyFrom = z.object({ cursor: z.string().check(z.minLength(1), z.maxLength(2000)) });

async function openHistory(app: App, { issue }: Callers['agent'], payload: unknown): Promise<HistoryView> {
  const { cursor } = decode(historyFrom, payload);
  const records = app.issueRecords(issue.id);
  const [{ stored }, needs, page] = await Promise.all([
    records,
    readNeeds(app, issue.id, records),
    readHistory(app.verification.store, issue.id, cursor),
  ]);
  return historyView(page, passCountsMs(needs, stored.settings), app.clock.now());
}

// Tells what can be told from the number alone, and nothing about the person who has it.
async function checkDestination(
  app: App,
  { issue }: Callers['agent'],
  payload: unknown,
): Promise<NumberView> {
  const { phone } = decode(typedNumber, payload);
  const { settings } = (await app.issueRecords(issue.id)).stored;
  const { readPhoneNumber } = await loadPhoneNumbers();
  const number = readPhoneNumber(phone, settings.defaultCountry);
  return { number: number.formatInternational(), country: number.country };
}

async function check(
  app: App,
  { accountId, issue }: Callers['agent'],
  payload: unknown,
): Promise<CodeCheckEnd> {
  const { sessionId, digits } = decode(readCode, payload);
  const { stored, ticket } = await app.issueRecords(issue.id);
  const passCountsMs = longestPassMs(stored.settings, ticket?.value.needs);
  const typed = { interviewId: sessionId, digits, by: accountId };
  return checkCode(app.verification, { ...typed, issueId: issue.id, passCountsMs });
}

function findSettings(): Promise<{ moduleKey: string }> {
  return Promise.resolve({ moduleKey: SETTINGS_MODULE });
}

interface SendStart {
  command: SendLink;
  reading: SendReading;
  passMs: number;
}

// All that has to be read is read while Jira is still asked about the caller.
async function readSend(
  app: App,
  { accountId, issue }: Callers['agent'],
  payload: unknown,
): Promise<SendStart> {
  const form = decode(sendLinkForm, payload);
  const seenAt = app.clock.now();
  const email = normalizeEmail(form.email);
  const records = app.issueRecords(issue.id);
  const [{ key, statusId, reporter }, { stored }, needs, reading] = await Promise.all([
    app.jira.requestDetails(issue.id),
    records,
    readNeeds(app, issue.id, records),
    readForSending(app.verification, { issue, email, requestedBy: accountId }),
  ]);
  if (!isSetUp(stored.settings, seenAt)) throw new AppError('not-configured');
  const command = {
    ...(await destinationOf(form, stored.settings.defaultCountry)),
    issue: { id: issue.id, key },
    status: { id: statusId, seenAt },
    subject: subjectOf(email, reporter),
    requestedBy: accountId,
    needs: requirementIn(needs),
  };
  return { command, reading, passMs: passCountsMs(needs, stored.settings) };
}

function subjectOf(email: string, { email: reporterEmail, displayName, accountId }: Reporter): Subject {
  if (reporterEmail === undefined) return { email, reporter: 'unknown' };
  if (comparableEmail(reporterEmail) !== comparableEmail(email)) return { email, reporter: 'other' };
  return { email, displayName, reporter: 'reporter', reporterAccountId: accountId };
}

async function send(
  app: App,
  _: Callers['agent'],
  { command, reading, passMs }: SendStart,
): Promise<VerificationView> {
  try {
    const verification = await sendLink(app.verification, command, reading);
    return verificationView(verification, passMs, app.clock.now());
  } catch (error) {
    throw await withoutHiddenIssue(app, error);
  }
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
