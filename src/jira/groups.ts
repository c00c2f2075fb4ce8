import { route } from '@forge/api';
import * as z from 'zod/mini';
import { callJira } from './request';
import type { Groups } from '../settings/ports';

/** Jira may answer with fewer at once. */
const GROUPS_A_PAGE = 1000;

const answer = z.object({ total: z.int(), values: z.array(z.object({ name: z.string() })) });

/**
 * Asked as the user, who needs Jira's permission to browse users and groups.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-groups/#api-rest-api-3-group-bulk-get
 */
export const groups: Groups = {
  async list(startAt) {
    const path = route`/rest/api/3/group/bulk?startAt=${startAt}&maxResults=${GROUPS_A_PAGE}`;
    const { values, total } = await callJira({ as: 'user', path, answer });
    return { names: values.map(({ name }) => name), total };
  },
  async isThere(name) {
    const path = route`/rest/api/3/group/bulk?groupName=${name}`;
    const { values } = await callJira({ as: 'user', path, answer });
    return values.some((group) => group.name === name);
  },
};
