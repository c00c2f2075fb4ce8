import { route } from '@forge/api';
import * as z from 'zod/mini';
import { callJira } from './request';
import type { Statuses } from '../settings/ports';

const answer = z.array(z.object({ id: z.string(), name: z.string() }));

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflow-statuses/#api-rest-api-3-status-get */
export const statuses: Statuses = {
  async list() {
    const all = await callJira({ as: 'user', path: route`/rest/api/3/status`, answer });
    return all.toSorted((one, other) => one.name.localeCompare(other.name));
  },
};
