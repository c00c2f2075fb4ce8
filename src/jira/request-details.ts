import { route } from '@forge/api';
import * as z from 'zod/mini';
import { callJira } from './request';

/** A service request as the current user sees it. */
export interface RequestDetails {
  id: string;
  key: string;
  projectId: string;
  statusId: string;
  /** The reporter's address only where Jira shows it to this user. */
  reporter: {
    accountId?: string | undefined;
    displayName?: string | undefined;
    email?: string | undefined;
  };
}

const answer = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.object({
    project: z.object({ id: z.string() }),
    status: z.object({ id: z.string() }),
    reporter: z.nullish(
      z.object({
        accountId: z.optional(z.string()),
        displayName: z.optional(z.string()),
        emailAddress: z.optional(z.string()),
      }),
    ),
  }),
});

/** Reads a request, by its id or key, as the user. Throws `not-found` where the user may not see it; else as `callJira`. */
export async function requestDetails(issueIdOrKey: string): Promise<RequestDetails> {
  const path = route`/rest/api/3/issue/${issueIdOrKey}?fields=project,status,reporter`;
  const { id, key, fields } = await callJira({ as: 'user', path, answer });
  const { accountId, displayName, emailAddress } = fields.reporter ?? {};
  const reporter = { accountId, displayName, email: emailAddress };
  return { id, key, projectId: fields.project.id, statusId: fields.status.id, reporter };
}

/** Whether the current user may see an issue. */
export async function isVisible(issueId: string): Promise<boolean> {
  const path = route`/rest/api/3/issue/${issueId}?fields=status`;
  return callJira({ as: 'user', path, answer: z.unknown() }).then(
    () => true,
    () => false,
  );
}
