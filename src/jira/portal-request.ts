import { route } from '@forge/api';
import * as z from 'zod/mini';
import { callJira } from './request';

/** A request as its portal page needs it. */
export interface PortalRequest {
  id: string;
  /** The reporter's account and address, as far as Jira tells them to the app. */
  reporter: { accountId?: string | undefined; email?: string | undefined };
}

const answer = z.object({
  id: z.string(),
  fields: z.object({
    reporter: z.nullish(
      z.object({ accountId: z.optional(z.string()), emailAddress: z.optional(z.string()) }),
    ),
  }),
});

/** Reads a request by its key as the app: not every portal user can be asked as. Throws as `callJira` does. */
export async function portalRequest(key: string): Promise<PortalRequest> {
  const path = route`/rest/api/3/issue/${key}?fields=reporter`;
  const { id, fields } = await callJira({ as: 'app', path, answer });
  const { accountId, emailAddress } = fields.reporter ?? {};
  return { id, reporter: { accountId, email: emailAddress } };
}

/**
 * A user's public name; `undefined` where Jira does not tell it to the app.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-users/#api-rest-api-3-user-get
 */
export async function publicName(accountId: string): Promise<string | undefined> {
  const path = route`/rest/api/3/user?accountId=${accountId}`;
  return callJira({ as: 'app', path, answer: z.object({ displayName: z.string() }) }).then(
    ({ displayName }) => displayName,
    () => undefined,
  );
}
