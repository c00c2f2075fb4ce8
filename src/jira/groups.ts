import { route } from '@forge/api';
import * as z from 'zod/mini';
import { callJira } from './request';
import type { Groups } from '../settings/ports';

const answer = z.object({ values: z.array(z.object({ name: z.string() })) });

/**
 * Asked as the user, who needs Jira's permission to browse users and groups.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-groups/#api-rest-api-3-group-bulk-get
 */
export const groups: Groups = {
  async isThere(name) {
    const path = route`/rest/api/3/group/bulk?groupName=${name}`;
    const { values } = await callJira({ as: 'user', path, answer });
    return values.some((group) => group.name === name);
  },
};
