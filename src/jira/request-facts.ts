import { route } from '@forge/api';
import * as z from 'zod/mini';
import { callJira } from './request';
import type { RequestFacts } from '../assurance/ports';

/** What the field of a request's type is known by; its id differs from site to site. */
const REQUEST_TYPE = 'com.atlassian.servicedesk:vp-origin';

/** All fields that can be columns of a list, but for the long ones: the request's type has no id to ask for it by. */
const FIELDS = '*navigable,-description,-environment,-comment,-attachment,-issuelinks,-subtasks,-worklog';

const answer = z.object({
  id: z.string(),
  schema: z.record(z.string(), z.object({ custom: z.optional(z.string()) })),
  fields: z.catchall(
    z.object({
      project: z.object({ id: z.string() }),
      reporter: z.nullish(z.object({ accountId: z.optional(z.string()) })),
    }),
    z.unknown(),
  ),
});

const typedValue = z.object({ requestType: z.object({ id: z.string() }) });

/**
 * Reads a request as the app, by its id or key, in one call. Throws as `callJira` does.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-get
 */
export async function requestFacts(issueIdOrKey: string): Promise<RequestFacts> {
  const path = route`/rest/api/3/issue/${issueIdOrKey}?fields=${FIELDS}&expand=schema`;
  const { id, fields, schema } = await callJira({ as: 'app', path, answer });
  const requestTypeField = Object.keys(schema).find((field) => schema[field]?.custom === REQUEST_TYPE);
  return {
    id,
    projectId: fields.project.id,
    reporter: fields.reporter?.accountId,
    requestTypeField,
    requestType: requestTypeField === undefined ? undefined : requestTypeIn(fields[requestTypeField]),
  };
}

/** The id of the request's type: `null` if it has none, `undefined` if the field cannot be read. */
function requestTypeIn(value: unknown): string | null | undefined {
  return value === null ? null : typedValue.safeParse(value).data?.requestType.id;
}
