import { route } from '@forge/api';
import * as z from 'zod/mini';
import { AppError } from '../verification/app-error';
import { callJira } from './request';
import type { RequestTypes } from '../settings/ports';
import type { Route } from '@forge/api';

/** The API gives no more at once. */
const ITEMS_A_PAGE = 100;

const serviceDesk = z.object({ id: z.string(), projectId: z.string() });
const requestType = z.object({ id: z.string(), name: z.string() });

/** @see https://developer.atlassian.com/cloud/jira/service-desk/rest/api-group-servicedesk/ */
export const requestTypes: RequestTypes = {
  async list(projectId) {
    const desks = await allOf(
      serviceDesk,
      (start) => route`/rest/servicedeskapi/servicedesk?start=${start}&limit=${ITEMS_A_PAGE}`,
    );
    const desk = desks.find((each) => each.projectId === projectId);
    if (!desk) throw new AppError('not-found');
    return allOf(
      requestType,
      (start) =>
        route`/rest/servicedeskapi/servicedesk/${desk.id}/requesttype?start=${start}&limit=${ITEMS_A_PAGE}`,
    );
  },
};

/** The items of all pages, as the user sees them. */
async function allOf<T>(item: z.ZodMiniType<T>, path: (start: number) => Route): Promise<T[]> {
  const answer = z.object({ values: z.array(item), isLastPage: z.boolean() });
  const all: T[] = [];
  for (;;) {
    const { values, isLastPage } = await callJira({ as: 'user', path: path(all.length), answer });
    all.push(...values);
    if (isLastPage || values.length === 0) return all;
  }
}
