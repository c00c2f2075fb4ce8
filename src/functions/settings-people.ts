import * as z from 'zod/mini';
import { eraseEmployee, liftLimit, resetIdentity } from '../verification/administer';
import { decode, emailField, requiredText } from './decode';
import { record } from './settings-changes';
import type { Callers } from './access';
import type { App } from '../wiring/app';

const emailForm = z.object({ email: emailField });
const reason = requiredText(200);

const limitForm = z.discriminatedUnion('whose', [
  z.object({ whose: z.literal('employee'), name: emailField, reason }),
  z.object({ whose: z.enum(['ticket', 'agent']), name: requiredText(300), reason }),
]);

/** What an administrator does for one ticket, employee or agent. Each is written into the change log. */
export const people = {
  async liftLimit(app: App, { accountId }: Callers['administrator'], payload: unknown): Promise<null> {
    const { whose, name, reason } = decode(limitForm, payload);
    const subject = whose === 'ticket' ? (await app.jira.requestDetails(name)).id : name;
    await liftLimit(app.verification, { whose, name: subject });
    await record(app, accountId, {
      what: 'limit-lifted',
      names: whose === 'employee' ? [whose] : [whose, name],
      reason,
    });
    return null;
  },

  async resetIdentity(app: App, { accountId }: Callers['administrator'], payload: unknown): Promise<null> {
    await resetIdentity(app.verification, decode(emailForm, payload).email);
    await record(app, accountId, { what: 'identity-reset' });
    return null;
  },

  async eraseEmployee(
    app: App,
    { accountId }: Callers['administrator'],
    payload: unknown,
  ): Promise<{ erased: number }> {
    const erased = await eraseEmployee(app.verification, decode(emailForm, payload).email);
    await record(app, accountId, { what: 'employee-erased' });
    return { erased };
  },
};
