import { z } from 'zod';
import type { Caller } from './actor';
import { isAdf } from './adf-check';
import { fieldError, JiraError } from './errors';
import { unsupportedVerb, verbOf, type Operation } from './field-operations';
import type { Adf, Comment, Issue } from './model';
import { mayOn } from './permissions';
import { checkProperty } from './request';

const TEXT_LIMIT = 32_767;

/** The body with which a comment is added or edited. */
export const COMMENT_DRAFT = z.object({
  body: z.unknown().optional(),
  visibility: z.undefined({ error: 'is not emulated here' }).optional(),
  properties: z.array(z.object({ key: z.string(), value: z.unknown().optional() })).default([]),
});

export type CommentDraft = z.output<typeof COMMENT_DRAFT>;

/** A comment that may be added as it is. */
type NewComment = Pick<Comment, 'author' | 'body' | 'properties'>;

/** What a draft says; throws the 400s of a body or a property that Jira does not take. */
export function checkedDraft({ body, properties }: CommentDraft): Pick<Comment, 'body' | 'properties'> {
  return { body: checkedBody(body), properties: checkedProperties(properties) };
}

/** The caller's comment; 400 if the caller may not add it, or if Jira does not take it. */
export function newComment(caller: Caller, issue: Issue, draft: CommentDraft): NewComment {
  if (!mayOn(caller, 'ADD_COMMENTS', issue)) {
    throw fieldError('comment', 'You do not have the permission to comment on this issue.');
  }
  return { author: caller.user.accountId, ...checkedDraft(draft) };
}

/**
 * The comments that come along with a change of an issue, as `update.comment` has them. They can only be added here.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-transitions-post
 */
export function commentsAlong(
  caller: Caller,
  issue: Issue,
  operations: readonly Operation[] = [],
): NewComment[] {
  return operations.map((operation) => {
    const [verb, value] = verbOf('comment', operation);
    if (verb !== 'add') throw unsupportedVerb('comment', verb);
    const draft = COMMENT_DRAFT.safeParse(value);
    if (!draft.success) throw fieldError('comment', 'Comment is not valid!');
    return newComment(caller, issue, draft.data);
  });
}

function checkedBody(body: unknown): Adf {
  if (!body) throw fieldError('comment', 'Comment body can not be empty!');
  if (typeof body === 'string') throw fieldError('comment', 'Comment body is not valid!');
  if (!isAdf(body)) throw new JiraError(400, 'INVALID_INPUT');
  const adf = body as Adf;
  if (adf.content.length === 0) throw fieldError('comment', 'Comment body can not be empty!');
  if (textOf(adf).length > TEXT_LIMIT) {
    throw fieldError(
      'comment',
      'The entered text is too long. It exceeds the allowed limit of 32,767 characters.',
    );
  }
  return adf;
}

function textOf(node: { text?: string; content?: object[] }): string {
  return (node.text ?? '') + (node.content ?? []).map(textOf).join('');
}

function checkedProperties(properties: CommentDraft['properties']): Record<string, unknown> {
  for (const { key, value } of properties) checkProperty(key, value);
  return Object.fromEntries(properties.map(({ key, value }) => [key, value]));
}
