import { route } from '@forge/api';
import * as z from 'zod/mini';
import { AppError } from '../verification/app-error';
import { callJira } from './request';
import { needsFields, transitionFields } from './transition-fields';
import type { Issues, IssueSituation, PostedComment, TicketComment } from '../verification/ticket/ports';
import type { CommentMark } from '../verification/ticket/progress';

/** Property of our comments that names their session and outcome. */
const MARK_PROPERTY = 'incode-verification';
/** How many of an issue's newest comments are looked through for one of ours. */
const NEWEST_COMMENTS = 50;

/** Documents in the Atlassian Document Format: a comment as one, and one with a line before everything else. */
export interface Documents {
  toDocument: (comment: TicketComment) => object;
  withFirstLine: (document: unknown, line: string) => object | undefined;
}

/** Jira issues, commented on and moved as the app. @param passing what a validator says that may let through later */
export function issuesWith({ toDocument, withFirstLine }: Documents, passing: string): Issues {
  return {
    situation,
    addComment: (issueId, comment) => addComment(issueId, comment, toDocument(comment)),
    removeComment,
    prefixComment: (issueId, commentId, line) =>
      prefixComment(issueId, commentId, (document) => withFirstLine(document, line)),
    findComments,
    transition: (issueId, transitionId) => transition(issueId, transitionId, passing),
  };
}

const issueAnswer = z.object({
  fields: z.object({
    status: z.object({ id: z.string(), statusCategory: z.object({ key: z.string() }) }),
    project: z.object({ id: z.string(), key: z.string(), projectTypeKey: z.string() }),
    reporter: z.nullish(z.object({ accountId: z.optional(z.string()) })),
  }),
  transitions: z.array(
    z.object({
      id: z.string(),
      to: z.object({ id: z.string(), name: z.string() }),
      fields: transitionFields,
    }),
  ),
});

/**
 * The official text names `transitions` for this request; that `transitions.fields` adds what their screens ask for is
 * written for the list of transitions only. Where Jira leaves that out, no transition is known to ask for a field.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-get
 */
async function situation(issueId: string): Promise<IssueSituation> {
  const { fields, transitions } = await callJira({
    as: 'app',
    path: route`/rest/api/3/issue/${issueId}?fields=status,project,reporter&expand=transitions,transitions.fields`,
    answer: issueAnswer,
  });
  const { id, key, projectTypeKey } = fields.project;
  return {
    project: { id, key, isServiceProject: projectTypeKey === 'service_desk' },
    reporter: fields.reporter?.accountId,
    status: { id: fields.status.id, isDone: fields.status.statusCategory.key === 'done' },
    transitions: transitions.map(({ id, to, fields }) => ({
      id,
      toStatusId: to.id,
      toStatusName: to.name,
      needsFields: needsFields(fields),
    })),
  };
}

/**
 * That the property `sd.public.comment` makes an internal note is community knowledge, not in the official text.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-comments/#api-rest-api-3-issue-issueidorkey-comment-post
 */
async function addComment(issueId: string, comment: TicketComment, document: object): Promise<PostedComment> {
  const { id, jsdPublic } = await callJira({
    as: 'app',
    method: 'POST',
    path: route`/rest/api/3/issue/${issueId}/comment`,
    body: {
      body: document,
      properties: [
        { key: MARK_PROPERTY, value: comment.mark },
        ...(comment.isInternal ? [{ key: 'sd.public.comment', value: { internal: true } }] : []),
      ],
    },
    answer: z.object({ id: z.string(), jsdPublic: z.optional(z.boolean()) }),
  });
  return { id, isPublic: jsdPublic };
}

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-comments/#api-rest-api-3-issue-issueidorkey-comment-id-delete */
async function removeComment(issueId: string, commentId: string): Promise<void> {
  await callJira({
    as: 'app',
    method: 'DELETE',
    path: route`/rest/api/3/issue/${issueId}/comment/${commentId}`,
    answer: z.unknown(),
  });
}

/**
 * The properties of a comment, such as the one that makes it internal, stay as they are.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-comments/#api-rest-api-3-issue-issueidorkey-comment-id-put
 */
async function prefixComment(
  issueId: string,
  commentId: string,
  prefixed: (document: unknown) => object | undefined,
): Promise<void> {
  const comment = { as: 'app', answer: z.object({ body: z.unknown() }) } as const;
  const { body } = await callJira({
    ...comment,
    path: route`/rest/api/3/issue/${issueId}/comment/${commentId}`,
  });
  const changed = prefixed(body);
  if (!changed) return;
  await callJira({
    ...comment,
    method: 'PUT',
    path: route`/rest/api/3/issue/${issueId}/comment/${commentId}?notifyUsers=false`,
    body: { body: changed },
  });
}

const commentList = z.object({
  comments: z.array(z.object({ id: z.string(), author: z.optional(z.object({ accountType: z.string() })) })),
});

const commentsWithProperties = z.object({
  values: z.array(
    z.object({
      id: z.string(),
      jsdPublic: z.optional(z.boolean()),
      properties: z.optional(z.array(z.object({ key: z.string(), value: z.unknown() }))),
    }),
  ),
});

// An issue's comments come without properties, which only the list of comments by id has.
async function findComments(issueId: string, mark: CommentMark): Promise<PostedComment[]> {
  const { comments } = await callJira({
    as: 'app',
    path: route`/rest/api/3/issue/${issueId}/comment?orderBy=-created&maxResults=${NEWEST_COMMENTS}`,
    answer: commentList,
  });
  const ids = comments.filter(({ author }) => author?.accountType === 'app').map(({ id }) => Number(id));
  if (ids.length === 0) return [];
  const { values } = await callJira({
    as: 'app',
    method: 'POST',
    path: route`/rest/api/3/comment/list?expand=properties`,
    body: { ids },
    answer: commentsWithProperties,
  });
  return values
    .filter(({ properties = [] }) =>
      properties.some(({ key, value }) => key === MARK_PROPERTY && isMark(value, mark)),
    )
    .map(({ id, jsdPublic }) => ({ id, isPublic: jsdPublic }))
    .toSorted((one, other) => Number(one.id) - Number(other.id));
}

const markShape = z.object({ interviewId: z.string(), outcome: z.string(), sequence: z.number() });

function isMark(value: unknown, { interviewId, outcome, sequence }: CommentMark): boolean {
  const { data } = markShape.safeParse(value);
  return data?.interviewId === interviewId && data.outcome === outcome && data.sequence === sequence;
}

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-transitions-post */
async function transition(issueId: string, transitionId: string, passing: string): Promise<void> {
  try {
    await callJira({
      as: 'app',
      method: 'POST',
      path: route`/rest/api/3/issue/${issueId}/transitions`,
      body: { transition: { id: transitionId } },
      answer: z.unknown(),
    });
  } catch (error) {
    const isPassing = error instanceof AppError && error.reason?.includes(passing) === true;
    throw isPassing ? new AppError('jira-busy', { isRetryable: true, reason: error.reason }) : error;
  }
}
