import { route } from '@forge/api';
import * as z from 'zod/mini';
import { callJira } from './request';

const grants = z.object({ permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })) });

// The description says that all groups are listed; where Jira leaves some out, the user is in none of those.
const membership = z.object({ groups: z.object({ items: z.array(z.object({ name: z.string() })) }) });

/**
 * Asked as the user, on whose behalf the resolver runs.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permissions/#api-rest-api-3-mypermissions-get
 */
export const permissions = {
  /** Whether the user administers Jira. */
  async canAdminister(): Promise<boolean> {
    const { permissions } = await callJira({
      as: 'user',
      path: route`/rest/api/3/mypermissions?permissions=ADMINISTER`,
      answer: grants,
    });
    return permissions['ADMINISTER']?.havePermission === true;
  },
  /** Whether the user is an agent of the issue's service project who may comment on the issue. */
  async canVerify(issueId: string): Promise<boolean> {
    const { permissions } = await callJira({
      as: 'user',
      path: route`/rest/api/3/mypermissions?issueId=${issueId}&permissions=SERVICEDESK_AGENT,ADD_COMMENTS`,
      answer: grants,
    });
    return ['SERVICEDESK_AGENT', 'ADD_COMMENTS'].every((key) => permissions[key]?.havePermission === true);
  },
  /**
   * Whether the user is in the group with this name, also by way of another group.
   * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-myself/#api-rest-api-3-myself-get
   */
  async isInGroup(group: string): Promise<boolean> {
    const { groups } = await callJira({
      as: 'user',
      path: route`/rest/api/3/myself?expand=groups`,
      answer: membership,
    });
    return groups.items.some(({ name }) => name === group);
  },
};
