import { route } from '@forge/api';
import { z } from 'zod';
import { callJira } from './request';
import type { ServiceProjects } from '../settings/ports';

/** More service projects than this are not offered one by one. */
const MOST_PROJECTS = 100;

const answer = z.object({
  values: z.array(z.object({ id: z.string(), key: z.string(), name: z.string() })),
});

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-projects/#api-rest-api-3-project-search-get */
export const serviceProjects: ServiceProjects = {
  async list() {
    const path = route`/rest/api/3/project/search?typeKey=service_desk&orderBy=name&maxResults=${MOST_PROJECTS}`;
    return (await callJira({ as: 'user', path, answer })).values.map(({ id, key, name }) => ({
      id,
      key,
      name,
    }));
  },
};
