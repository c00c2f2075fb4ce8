import * as z from 'zod/mini';
import { plainValue, requestKeyIn } from '../contract/typed-text';
import { AppError } from '../verification/app-error';
import { liftLimit, resetIdentity } from '../verification/upkeep/administer';
import { eraseEmployee } from '../verification/upkeep/erase-employee';
import { releaseRequest } from '../verification/ticket/keep-needs';
import { decode, emailField, requiredText } from './decode';
import { record } from './settings-changes';
import type { Callers } from './access';
import type { Erasure } from '../verification/upkeep/ports';
import type { LimitOwner } from '../contract/limit-owners';
import type { App } from '../wiring/app';

const emailForm = z.object({ email: emailField });
const reason = requiredText(200);

const releaseForm = z.object({ issueKey: requiredText(2000, plainValue), reason });

const limitForm = z.discriminatedUnion('whose', [
  z.object({ whose: z.literal('employee'), name: emailField, reason }),
  z.object({ whose: z.enum(['ticket', 'agent']), name: requiredText(2000, plainValue), reason }),
]);

/** An Atlassian account's id. @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-users/ */
const ACCOUNT_ID = /^[\w:-]{1,128}$/;

/**
 * Whose limit it is: by the id that it is kept under, and as the change log shows it, which names no employee.
 * @throws {AppError} `not-found` where nothing can be kept under what was typed; as `requestDetails` does
 */
async function limitOwner(
  app: App,
  { whose, name }: { whose: LimitOwner; name: string },
): Promise<{ id: string; shown: string[] }> {
  if (whose === 'employee') return { id: name, shown: [] };
  const known = whose === 'ticket' ? requestKeyIn(name) : ACCOUNT_ID.exec(name)?.[0];
  if (known === undefined) throw new AppError('not-found');
  const id = whose === 'ticket' ? (await app.jira.requestDetails(known)).id : known;
  return { id, shown: [known] };
}

/** What an administrator does for one ticket, employee or agent. Each is written into the change log. */
export const people = {
  liftLimit: async (app: App, { accountId }: Callers['administrator'], payload: unknown): Promise<null> => {
    const { reason, ...typed } = decode(limitForm, payload);
    const { whose } = typed;
    const { id, shown } = await limitOwner(app, typed);
    await liftLimit(app.verification, { whose, name: id });
    if (whose === 'ticket') await app.verification.announcer.changed(id);
    await record(app, accountId, { what: 'limit-lifted', names: [whose, ...shown], reason });
    return null;
  },

  releaseRequest: async (
    app: App,
    { accountId }: Callers['administrator'],
    payload: unknown,
  ): Promise<null> => {
    const { issueKey, reason } = decode(releaseForm, payload);
    const key = requestKeyIn(issueKey);
    if (key === undefined) throw new AppError('not-found');
    const { id } = await app.jira.requestDetails(key);
    if (!(await releaseRequest(app.verification, id))) throw new AppError('not-found');
    await record(app, accountId, { what: 'request-released', names: [key], reason });
    await app.verification.announcer.changed(id);
    return null;
  },

  resetIdentity: async (
    app: App,
    { accountId }: Callers['administrator'],
    payload: unknown,
  ): Promise<null> => {
    await resetIdentity(app.verification, decode(emailForm, payload).email);
    await record(app, accountId, { what: 'identity-reset' });
    return null;
  },

  eraseEmployee: async (
    app: App,
    { accountId }: Callers['administrator'],
    payload: unknown,
  ): Promise<Erasure> => {
    const erasure = await eraseEmployee(app.verification, decode(emailForm, payload).email);
    const isUnfinished = !erasure.isDone;
    await record(app, accountId, { what: 'employee-erased', ...(isUnfinished && { isUnfinished }) });
    return erasure;
  },
};
