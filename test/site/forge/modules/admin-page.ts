import { inSettings } from './place';
import { resolverLimit, uiModules } from './ui-module';

/** @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-admin-page/ */
export const adminPage = { schema: uiModules, limitSeconds: resolverLimit, view: inSettings };
