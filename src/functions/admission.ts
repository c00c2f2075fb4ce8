import * as z from 'zod/mini';
import { isUsedIn } from '../settings/settings';
import { AppError } from '../verification/app-error';
import type { Callers, Rule } from './access';
import type { App } from '../wiring/app';

// What Forge itself says about a call. User and issue are never taken from the payload.
const userContext = z.object({ accountId: z.string().check(z.minLength(1)) });
const issueContext = z.extend(userContext, {
  extension: z.object({
    issue: z.object({ id: z.string().check(z.regex(/^\d+$/)), key: z.string() }),
    project: z.object({ id: z.string() }),
  }),
});
/**
 * Anonymous visitors have an account id, too, which names nobody. The request's key is as safe as the account.
 * @see https://developer.atlassian.com/platform/forge/runtime-reference/forge-resolver/
 */
const portalContext = z.object({
  accountId: z.string().check(
    z.minLength(1),
    z.refine((id) => id !== 'unidentified'),
  ),
  accountType: z.optional(z.string().check(z.refine((type) => type !== 'anonymous'))),
  extension: z.object({ request: z.object({ key: z.string().check(z.minLength(1)) }) }),
});

interface Admission<C> {
  /** Reads the caller from Forge's context. `isLetIn` checks the permissions. */
  identify(context: unknown): C | undefined;
  isLetIn(app: App, caller: C): Promise<boolean>;
}

const admissions: { [R in Rule]: Admission<Callers[R]> } = {
  agent: {
    identify(context) {
      const { data } = issueContext.safeParse(context);
      if (!data) return undefined;
      const { issue, project } = data.extension;
      return { accountId: data.accountId, issue, projectId: project.id };
    },
    async isLetIn({ jira, issueRecords }, { issue, projectId }) {
      const records = issueRecords(issue.id);
      // A refusal by Jira wins over any other error.
      records.catch(() => undefined);
      if (!(await jira.permissions.canVerify(issue.id))) return false;
      const { stored } = await records;
      const { agentsGroup } = stored.settings;
      if (!isUsedIn(stored.settings, projectId)) return false;
      return agentsGroup === '' || jira.permissions.isInGroup(agentsGroup);
    },
  },
  portalUser: {
    identify(context) {
      const { data } = portalContext.safeParse(context);
      return data && { accountId: data.accountId, requestKey: data.extension.request.key };
    },
    isLetIn: () => Promise.resolve(true),
  },
  administrator: {
    identify(context) {
      const { data } = userContext.safeParse(context);
      return data && { accountId: data.accountId };
    },
    isLetIn: ({ jira }) => jira.permissions.canAdminister(),
  },
};

/**
 * Reads the caller from Forge's context. `admit` checks the permissions.
 * @throws {AppError} `not-permitted` where Forge does not say
 */
export function identify<R extends Rule>(rule: R, context: unknown): Callers[R] {
  const caller = admissions[rule].identify(context);
  if (!caller) throw new AppError('not-permitted');
  return caller;
}

/**
 * Lets the caller in, if the rule does. Jira is asked as the user.
 * @throws {AppError} `not-permitted` where the rule, or Jira, does not; anything else where that cannot be known
 */
export async function admit<R extends Rule>(rule: R, app: App, caller: Callers[R]): Promise<void> {
  const isLetIn = await admissions[rule].isLetIn(app, caller).catch((error: unknown) => {
    if (isRefusal(error)) return false;
    throw error;
  });
  if (!isLetIn) throw new AppError('not-permitted');
}

/**
 * What was read, once the caller is let in. A refusal wins over whatever else went wrong, and does not wait for what is
 * read: the time it takes would show what exists.
 */
export async function readAfterAdmission<T>(admission: Promise<void>, reading: Promise<T>): Promise<T> {
  // Avoids an unhandled rejection: nobody reads this promise after a refusal.
  reading.catch(() => undefined);
  await admission;
  return reading;
}

/** Whether Jira refused. An unreadable answer, or an error of ours, is not a refusal. */
function isRefusal(error: unknown): boolean {
  return error instanceof AppError && (error.code === 'not-found' || error.code === 'jira-refused');
}
