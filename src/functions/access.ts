import { z } from 'zod';
import { AppError } from '../verification/app-error';
import type { IssuePanelApi } from '../contract/issue-panel';
import type { SettingsPageApi } from '../contract/settings-page';
import type { IssueRef } from '../verification/verification';
import type { App } from '../wiring/app';

/** Who a rule lets in, with what is known of them for certain. */
export interface Callers {
  /** A service agent of the issue's project who may comment on the issue, where the app is used in that project. */
  agent: { accountId: string; issue: IssueRef };
  /** A Jira administrator. */
  administrator: { accountId: string };
}

export type Rule = keyof Callers;

/** Who may call what. A resolver key without a rule does not compile. */
export const access = {
  issuePanel: { openPanel: 'agent', sendLink: 'agent' },
  settingsPage: {
    openSettings: 'administrator',
    testCredentials: 'administrator',
    saveSettings: 'administrator',
    sendTestLink: 'administrator',
    checkWorkflow: 'administrator',
    tryAgain: 'administrator',
    dismissProblem: 'administrator',
    createWebhookSecret: 'administrator',
    revokeReplacedSecrets: 'administrator',
    resumeComments: 'administrator',
    liftLimit: 'administrator',
    resetIdentity: 'administrator',
    eraseEmployee: 'administrator',
  },
} as const satisfies {
  issuePanel: Record<keyof IssuePanelApi, Rule>;
  settingsPage: Record<keyof SettingsPageApi, Rule>;
};

// What Forge itself says of a call. Payloads never name the user or the issue.
const userContext = z.object({ accountId: z.string().min(1) });
const issueContext = userContext.extend({
  extension: z.object({
    issue: z.object({ id: z.string().regex(/^\d+$/), key: z.string() }),
    project: z.object({ id: z.string() }),
  }),
});

const rules: { [R in Rule]: (app: App, context: unknown) => Promise<Callers[R] | undefined> } = {
  async agent({ jira, settings }, context) {
    const { data } = issueContext.safeParse(context);
    if (!data) return undefined;
    const { issue, project } = data.extension;
    const [canVerify, stored] = await Promise.all([
      jira.permissions.canVerify(issue.id),
      settings.store.load(),
    ]);
    const { projects } = stored.settings;
    const isInUse = projects === null || projects.includes(project.id);
    return canVerify && isInUse ? { accountId: data.accountId, issue } : undefined;
  },
  async administrator({ jira }, context) {
    const { data } = userContext.safeParse(context);
    return data && (await jira.permissions.canAdminister()) ? { accountId: data.accountId } : undefined;
  },
};

/**
 * The caller, if the rule lets them in. Jira is asked as the user.
 * @throws {AppError} `not-permitted`, whatever the reason; `jira-busy`, `jira-unreachable`
 */
export async function admit<R extends Rule>(rule: R, app: App, context: unknown): Promise<Callers[R]> {
  let caller: Callers[R] | undefined;
  try {
    caller = await rules[rule](app, context);
  } catch (error) {
    if (error instanceof AppError && error.isRetryable) throw error;
  }
  if (!caller) throw new AppError('not-permitted');
  return caller;
}
