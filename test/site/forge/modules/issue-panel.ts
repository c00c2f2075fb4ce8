import { onIssue } from './place';
import { resolverLimit, uiModules } from './ui-module';

/** @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-issue-panel/ */
export const issuePanel = { schema: uiModules, limitSeconds: resolverLimit, view: onIssue };
