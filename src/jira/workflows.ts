import { route } from '@forge/api';
import * as z from 'zod/mini';
import { callJira } from './request';
import { needsFields, transitionFields } from './transition-fields';
import type { Workflows } from '../settings/ports';

/** The newest requests of a project are looked through for one in each status. */
const NEWEST_REQUESTS = 100;
/** More statuses than this are not tried out: each costs a call. */
const MOST_SAMPLES = 12;

const named = z.object({ id: z.string(), name: z.string() });
const statusesAnswer = z.array(z.object({ statuses: z.array(named) }));
const searchAnswer = z.object({
  issues: z.array(z.object({ id: z.string(), fields: z.object({ status: named }) })),
});
const transitionsAnswer = z.object({
  transitions: z.array(z.object({ to: named, fields: transitionFields })),
});

/**
 * A workflow itself may be read with `manage:jira-configuration` only. What the app may see: a project's statuses, and
 * what is possible for the app on requests that there are.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-projects/#api-rest-api-3-project-projectidorkey-statuses-get
 */
export const workflows: Workflows = {
  async look(projectId) {
    const [types, { issues }] = await Promise.all([
      callJira({
        as: 'app',
        path: route`/rest/api/3/project/${projectId}/statuses`,
        answer: statusesAnswer,
      }),
      callJira({
        as: 'app',
        path: route`/rest/api/3/search/jql?jql=${`project = ${projectId} ORDER BY created DESC`}&fields=status&maxResults=${NEWEST_REQUESTS}`,
        answer: searchAnswer,
      }),
    ]);
    const statuses = unique(types.flatMap(({ statuses }) => statuses));
    const samples = statuses.flatMap(({ id }) => issues.find(({ fields }) => fields.status.id === id) ?? []);
    const seen = await Promise.all(
      samples.slice(0, MOST_SAMPLES).map(async ({ id, fields }) => {
        const { transitions } = await callJira({
          as: 'app',
          path: route`/rest/api/3/issue/${id}/transitions?expand=transitions.fields`,
          answer: transitionsAnswer,
        });
        // The app fills in no fields.
        const possible = transitions.filter((transition) => !needsFields(transition.fields));
        return { from: fields.status, to: unique(possible.map(({ to }) => to)) };
      }),
    );
    return { statuses, seen };
  },
};

function unique(statuses: z.infer<typeof named>[]): z.infer<typeof named>[] {
  return [...new Map(statuses.map((status) => [status.id, status])).values()];
}
