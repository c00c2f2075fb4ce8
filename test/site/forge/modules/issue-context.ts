import { onIssue } from './place';
import { resolverLimit, uiModules } from './ui-module';

/** @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-issue-context/ */
export const issueContext = { schema: uiModules, limitSeconds: resolverLimit, view: onIssue };
