import { route } from '@forge/api';
import * as z from 'zod/mini';
import { callJira } from './request';
import type { ServiceProjects } from '../settings/ports';

/** Jira gives no more at once. */
const PROJECTS_A_PAGE = 100;

const answer = z.object({
  total: z.int(),
  values: z.array(z.object({ id: z.string(), key: z.string(), name: z.string() })),
});

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-projects/#api-rest-api-3-project-search-get */
export const serviceProjects: ServiceProjects = {
  async list(startAt) {
    const path = route`/rest/api/3/project/search?typeKey=service_desk&orderBy=name&startAt=${startAt}&maxResults=${PROJECTS_A_PAGE}`;
    const { values, total } = await callJira({ as: 'user', path, answer });
    return { projects: values.map(({ id, key, name }) => ({ id, key, name })), total };
  },
};
