import { readStanding } from '../assurance/gate';
import { isSetUp } from '../settings/settings';
import { AppError } from '../verification/app-error';
import { sendByAutomation } from '../verification/sending/send-by-automation';
import { readForSending } from '../verification/sending/send-link';
import { normalizeEmail } from '../verification/session/email-address';
import { fold } from '../verification/session/fold';
import { fieldValues } from '../verification/ticket/field-values';
import { app as newApp } from '../wiring/app';
import { access } from './access';
import { admit, readAfterAdmission } from './admission';
import { actionInputs, connectionUser } from './action-inputs';
import {
  alreadyOutSentence,
  errorSentence,
  hiddenReporterSentence,
  otherIssueSentence,
} from './action-words';
import { knownError } from './known-error';
import { readNeeds, requirementIn } from './requirement';
import { destinationOf } from './send-link-form';
import type { AutomationRun } from '../verification/sending/send-by-automation';
import type { Verification } from '../verification/session/session-record';
import type { App } from '../wiring/app';
import type { Callers, Rule } from './access';

/**
 * What a rule of Automation goes on with, or the sentences with which it ends.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/automation-action/
 */
type Outcome<T> = T | { errors: { message: string }[] };

interface SentLink {
  sessionId: string;
  state: string;
}

interface IdentityVerification {
  state: string;
  /** Whether the strict validator would let the request through. */
  suffices: boolean;
  /** Whole minutes since the employee acted; `null` without a pass. */
  minutes: number | null;
  sessionId: string | null;
}

/** The request of an action, as the user of the rule's connection sees it, and that user. */
interface Called {
  caller: Callers['agent'];
  request: Awaited<ReturnType<App['jira']['requestDetails']>>;
}

/** *Send verification link*: to the request's reporter, by e-mail to the corporate address. */
export function sendVerificationLink(payload: unknown, context: unknown): Promise<Outcome<SentLink>> {
  const startedAt = Date.now();
  return act('send-verification-link', async (app) => {
    const called = await readCalled(app, payload, context);
    const run = await reading(access.automation.sendVerificationLink, app, called, () =>
      readRun(app, called, startedAt),
    );
    const outcome = await sendByAutomation(app.verification, run);
    if (outcome.kind === 'already-out')
      throw new Refusal(alreadyOutSentence(outcome.endsAt, app.clock.now()));
    const { verification } = outcome;
    return { sessionId: verification.interviewId, state: stateText(verification, app.clock.now()) };
  });
}

/** *Get identity verification*: how it stands with a request. */
export function getIdentityVerification(
  payload: unknown,
  context: unknown,
): Promise<Outcome<IdentityVerification>> {
  return act('get-identity-verification', async (app) => {
    const called = await readCalled(app, payload, context);
    const { session, isSufficient } = await reading(
      access.automation.getIdentityVerification,
      app,
      called,
      () => readStanding(app.assurance, called.request.id),
    );
    const now = app.clock.now();
    return {
      state: stateText(session, now),
      suffices: isSufficient,
      minutes: minutesSincePass(session, now),
      sessionId: session?.interviewId ?? null,
    };
  });
}

/** A refusal in words of its own, which no error code has. */
class Refusal extends Error {}

/** Known errors are sentences in the rule's audit log; others fail the invocation. */
async function act<T>(name: string, work: (app: App) => Promise<T>): Promise<Outcome<T>> {
  const app = newApp();
  try {
    return await work(app);
  } catch (error) {
    if (error instanceof Refusal) return { errors: [{ message: error.message }] };
    return { errors: [{ message: errorSentence(knownError(app, name, error), app.clock.now()) }] };
  }
}

async function readCalled(app: App, payload: unknown, context: unknown): Promise<Called> {
  const { issueKey, told } = actionInputs(payload);
  const accountId = connectionUser(context);
  const request = await app.jira.requestDetails(issueKey);
  if (told !== undefined && told !== request.key) throw new Refusal(otherIssueSentence(request.key));
  const { id, key, projectId } = request;
  return { caller: { accountId, issue: { id, key }, projectId }, request };
}

/** What `read` finds, once the rule has let the caller in. */
function reading<T>(rule: Rule & 'agent', app: App, { caller }: Called, read: () => Promise<T>): Promise<T> {
  return readAfterAdmission(admit(rule, app, caller), read());
}

async function readRun(app: App, { caller, request }: Called, startedAt: number): Promise<AutomationRun> {
  const { accountId, issue } = caller;
  const { reporter, statusId } = request;
  const seenAt = app.clock.now();
  if (reporter.email === undefined) throw new Refusal(hiddenReporterSentence);
  const email = normalizeEmail(reporter.email);
  const records = app.issueRecords(issue.id);
  const [{ stored }, needs, found] = await Promise.all([
    records,
    readNeeds(app, issue.id, records),
    readForSending(app.verification, { issue, email, requestedBy: accountId }),
  ]);
  const { settings } = stored;
  if (!isSetUp(settings, seenAt)) throw new AppError('not-configured');
  const command = {
    ...(await destinationOf({ method: 'email', email }, settings.defaultCountry)),
    issue,
    status: { id: statusId, seenAt },
    subject: {
      email,
      displayName: reporter.displayName,
      reporter: 'reporter' as const,
      reporterAccountId: reporter.accountId,
    },
    requestedBy: accountId,
    needs: requirementIn(needs),
  };
  return { command, reading: found, startedAt, most: settings.limits.byAutomation };
}

/** What the field *Identity verification* says. */
function stateText(verification: Verification | undefined, now: number): string {
  return (verification && fieldValues(verification, now).state) ?? 'Not verified';
}

function minutesSincePass(verification: Verification | undefined, now: number): number | null {
  if (!verification) return null;
  const { state, actedAt } = fold(verification, now);
  return state === 'passed' && actedAt !== undefined ? Math.floor((now - actedAt) / 60_000) : null;
}
