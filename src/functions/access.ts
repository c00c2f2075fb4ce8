import * as z from 'zod/mini';
import { isUsedIn } from '../settings/settings';
import { AppError } from '../verification/app-error';
import type { IssueContextApi, IssuePanelApi } from '../contract/issue-panel';
import type { PortalPanelApi } from '../contract/portal-panel';
import type { SettingsPageApi } from '../contract/settings-page';
import type { IssueRef } from '../verification/session/session-record';
import type { App } from '../wiring/app';

/** The callers that each rule lets in, with what is certain about them. */
export interface Callers {
  /** A service agent of the issue's project who may comment on the issue, where the app is used in that project and by them. */
  agent: { accountId: string; issue: IssueRef; projectId: string };
  /** Somebody who is logged in to the portal, and has a request's page open. */
  portalUser: { accountId: string; requestKey: string };
  /** A Jira administrator. */
  administrator: { accountId: string };
}

export type Rule = keyof Callers;

/** Who may call what. A resolver key without a rule does not compile. */
export const access = {
  issuePanel: {
    openPanel: 'agent',
    sendLink: 'agent',
    openHistory: 'agent',
    checkDestination: 'agent',
    checkCode: 'agent',
    findSettings: 'administrator',
  },
  issueContext: { openContext: 'agent' },
  // Everybody who can open the request can make this call: participants, colleagues, agents. Jira cannot be asked as each
  // of them, so the app itself checks whether this is the employee. All others get the same quiet answer.
  portalPanel: { openPortal: 'portalUser', objectToVerification: 'portalUser' },
  // By the user of the rule's connection.
  automation: { sendVerificationLink: 'agent', getIdentityVerification: 'agent' },
  settingsPage: {
    openSettings: 'administrator',
    readNews: 'administrator',
    listServiceProjects: 'administrator',
    listRequestTypes: 'administrator',
    listGroups: 'administrator',
    testCredentials: 'administrator',
    saveSettings: 'administrator',
    sendTestLink: 'administrator',
    checkWorkflow: 'administrator',
    checkFields: 'administrator',
    tryAgain: 'administrator',
    dismissProblem: 'administrator',
    createWebhookSecret: 'administrator',
    revokeReplacedSecrets: 'administrator',
    markPanelShown: 'administrator',
    resumeComments: 'administrator',
    liftLimit: 'administrator',
    releaseRequest: 'administrator',
    resetIdentity: 'administrator',
    eraseEmployee: 'administrator',
  },
} as const satisfies {
  issuePanel: Record<keyof IssuePanelApi, Rule>;
  issueContext: Record<keyof IssueContextApi, Rule>;
  portalPanel: Record<keyof PortalPanelApi, Rule>;
  automation: Record<string, Rule>;
  settingsPage: Record<keyof SettingsPageApi, Rule>;
};

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

/** Whether Jira refused. An unreadable answer, or an error of ours, is not a refusal. */
function isRefusal(error: unknown): boolean {
  return error instanceof AppError && (error.code === 'not-found' || error.code === 'jira-refused');
}
