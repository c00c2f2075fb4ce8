export { appInstalled } from './functions/app-installed';
export { housekeeping } from './functions/housekeeping';
export { incodeWebhook } from './functions/incode-webhook';
export { issueContext } from './functions/issue-context';
export { issuePanel } from './functions/issue-panel';
export { reportAccounts } from './functions/report-accounts';
export { settingsPage } from './functions/settings-page';
export { ticketUpdates } from './functions/ticket-updates';
export { identityVerified, identityVerifiedByRule } from './functions/workflow-gate';
