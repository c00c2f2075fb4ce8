import { z } from 'zod';
import { inPortal } from './place';
import { resolverLimit, uiModule } from './ui-module';

const panel = uiModule.refine(({ unlicensedAccess = [] }) => !unlicensedAccess.includes('anonymous'), {
  error: 'this panel can be given to unlicensed users and customers, and not to anonymous ones',
  path: ['unlicensedAccess'],
});

/** @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-service-management-portal-request-detail-panel/ */
export const portalRequestDetailPanel = {
  schema: z.array(panel).default([]),
  limitSeconds: resolverLimit,
  view: inPortal,
};
