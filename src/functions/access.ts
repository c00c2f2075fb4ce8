import type { IssueContextApi, IssuePanelApi } from '../contract/issue-panel';
import type { PortalPanelApi } from '../contract/portal-panel';
import type { SettingsPageApi } from '../contract/settings-page';
import type { IssueRef } from '../verification/session/session-record';

/** Whom each rule lets in, and what is certain about them. `admission.ts` has how that is found out. */
export interface Callers {
  /** A service agent of the issue's project who may comment on the issue, unless the settings leave out the project or the agent. */
  agent: { accountId: string; issue: IssueRef; projectId: string };
  /**
   * Somebody who is logged in to the portal, and has a request's page open: participants, colleagues, agents. Jira
   * cannot be asked as each of them, so the function itself finds out whether this is the employee, and answers
   * everybody else alike.
   */
  portalUser: { accountId: string; requestKey: string };
  /** A Jira administrator. */
  administrator: { accountId: string };
}

export type Rule = keyof Callers;

/**
 * Who may call what. A resolver key without a rule does not compile. Not here is what nobody calls as a person: the
 * webhook, which has a secret, the validators, which Jira calls, and what queue and schedules start.
 */
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
  portalPanel: { openPortal: 'portalUser', objectToVerification: 'portalUser' },
  // The caller is the user of the connection that a rule of Automation has.
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
