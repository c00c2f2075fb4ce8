import { onIssue } from './place';
import type { View } from './place';
import { resolverLimit, uiModules } from './ui-module';

const view: View = { ...onIssue, frameContext: ({ isNewToIssue }) => ({ isNewToIssue }) };

/** @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-issue-panel/ */
export const issuePanel = { schema: uiModules, limitSeconds: resolverLimit, view };
