import { AppError } from '../verification/app-error';
import { isAbout } from '../verification/session/subject';
import { isVerification } from '../verification/store';
import { objectToVerification } from '../verification/ticket/object-to-verification';
import { access } from './access';
import { longestPassMs } from './longest-pass';
import { portalCheck } from './portal-view';
import { guardedResolver } from './resolver';
import type { PortalPanelApi, PortalView } from '../contract/portal-panel';
import type { Person } from '../verification/session/subject';
import type { App } from '../wiring/app';
import type { Callers } from './access';

/** The resolver of the panel on a request's portal page. It speaks to the employee who is to be verified, and to nobody else. */
export const portalPanel = guardedResolver<PortalPanelApi, typeof access.portalPanel>(
  'portal-panel',
  access.portalPanel,
  { openPortal: { read: openPortal }, objectToVerification: { act: object } },
);

/** The same for everybody else, whether or not there is a check: there is nothing to learn from it. */
const quiet: PortalView = { kind: 'quiet' };

/** The request, if the caller is its reporter and Jira tells the app their address. */
interface OwnRequest {
  issueId: string;
  reporter: Person;
}

async function readOwnRequest(
  { jira }: App,
  { accountId, requestKey }: Callers['portalUser'],
): Promise<OwnRequest | undefined> {
  const { id, reporter } = await jira.portalRequest(requestKey);
  const { email } = reporter;
  if (reporter.accountId !== accountId || email === undefined) return undefined;
  return { issueId: id, reporter: { accountId, email } };
}

// Three steps in sequence: the request, its records, and then the session with what is shown beside it.
async function openPortal(app: App, caller: Callers['portalUser']): Promise<PortalView> {
  const own = await readOwnRequest(app, caller);
  return own ? readCheck(app, own) : quiet;
}

async function readCheck(app: App, { issueId, reporter }: OwnRequest): Promise<PortalView> {
  const { stored, ticket } = await app.issueRecords(issueId);
  const { current, requestedBy, objection, needs } = ticket?.value ?? {};
  if (current === undefined) return quiet;
  const { store, pseudonyms } = app.verification;
  const [session, code, askedBy] = await Promise.all([
    store.verifications.load(current),
    pseudonyms.callerCode(current),
    requestedBy === undefined ? undefined : app.jira.publicName(requestedBy),
  ]);
  if (!isVerification(session) || !isAbout(session.value, reporter)) return quiet;
  const passCountsMs = longestPassMs(stored.settings, needs);
  const around = { askedBy, code, objectedAt: objection?.at, passCountsMs };
  return portalCheck(session.value, around, app.clock.now());
}

async function object(app: App, caller: Callers['portalUser']): Promise<PortalView> {
  const own = await readOwnRequest(app, caller);
  if (!own) throw new AppError('not-permitted');
  const { issueId, reporter: by } = own;
  const { stored, ticket } = await app.issueRecords(issueId);
  const passCountsMs = longestPassMs(stored.settings, ticket?.value.needs);
  await objectToVerification(app.verification, { issueId, by, passCountsMs });
  return readCheck(app, own);
}
