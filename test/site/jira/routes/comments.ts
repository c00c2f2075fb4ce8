import { Hono } from 'hono';
import { z } from 'zod';
import { scope, type Caller, type JiraEnv } from '../actor';
import { checkedDraft, COMMENT_DRAFT, newComment, type CommentDraft } from '../comment-drafts';
import { JiraError } from '../errors';
import type { JiraSite } from '../jira-site';
import type { Comment, FoundComment } from '../model';
import { mayChangeComment, seenComment, visibleComment, visibleIssue } from '../permissions';
import { bodyOf, listParam, pageBeanOf, pageOf, pageParams } from '../request';
import { Views } from '../views';

const IDS = z.object({ ids: z.array(z.int()).min(1).max(1000) });

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-comments/ */
export function commentRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();

  routes.get('/issue/:issue/comment', scope('read:jira-work'), (c) => {
    const issue = visibleIssue(site, c.var.caller, c.req.param('issue'));
    const ordered = inOrder(issue.comments, c.req.query('orderBy'));
    const { values, ...page } = pageOf(ordered, pageParams(c.req, 100, 5000));
    return c.json({
      ...page,
      comments: values.map((each) => new Views(site, c.var.caller).comment(issue, each)),
    });
  });

  routes.post('/issue/:issue/comment', scope('write:jira-work'), async (c) => {
    const issue = visibleIssue(site, c.var.caller, c.req.param('issue'));
    const draft = await bodyOf(c.req, COMMENT_DRAFT);
    const comment = site.addComment(issue, newComment(c.var.caller, issue, draft));
    return c.json(new Views(site, c.var.caller).comment(issue, comment), 201);
  });

  routes.post('/comment/list', scope('read:jira-work'), async (c) => {
    const { ids } = await bodyOf(c.req, IDS);
    const found = ids.flatMap((id) => seenComment(site, c.var.caller, String(id)) ?? []);
    const expand = listParam(c.req, 'expand');
    return c.json({
      ...pageBeanOf(found, { startAt: 0, maxResults: 1_048_576 }),
      values: found.map(({ issue, comment }) =>
        new Views(site, c.var.caller).comment(issue, comment, expand),
      ),
    });
  });

  singleCommentRoutes(site, routes);
  return routes;
}

function singleCommentRoutes(site: JiraSite, routes: Hono<JiraEnv>): void {
  routes.get('/issue/:issue/comment/:id', scope('read:jira-work'), (c) => {
    const { issue, comment } = commentOf(site, c.var.caller, c.req.param('issue'), c.req.param('id'));
    return c.json(new Views(site, c.var.caller).comment(issue, comment));
  });

  routes.put('/issue/:issue/comment/:id', scope('write:jira-work'), async (c) => {
    const found = commentOf(site, c.var.caller, c.req.param('issue'), c.req.param('id'));
    const draft = await bodyOf(c.req, COMMENT_DRAFT);
    editComment(site, c.var.caller, found, draft);
    return c.json(new Views(site, c.var.caller).comment(found.issue, found.comment));
  });

  routes.delete('/issue/:issue/comment/:id', scope('write:jira-work'), (c) => {
    const found = commentOf(site, c.var.caller, c.req.param('issue'), c.req.param('id'));
    if (!mayChangeComment(c.var.caller, 'DELETE', found)) {
      throw new JiraError(400, `You do not have permission to delete comment with id: ${found.comment.id}`);
    }
    found.issue.comments = found.issue.comments.filter((each) => each !== found.comment);
    site.changed();
    return c.body(null, 204);
  });
}

function editComment(site: JiraSite, caller: Caller, found: FoundComment, draft: CommentDraft): void {
  const { issue, comment } = found;
  if (!mayChangeComment(caller, 'EDIT', found)) {
    throw new JiraError(400, `You do not have permission to edit comment with id: ${comment.id}`);
  }
  const { body, properties } = checkedDraft(draft);
  comment.body = body;
  Object.assign(comment.properties, properties);
  comment.updated = issue.updated = site.clock.now();
  comment.updateAuthor = caller.user.accountId;
  site.changed();
}

function commentOf(site: JiraSite, caller: Caller, issueIdOrKey: string, id: string): FoundComment {
  const issue = visibleIssue(site, caller, issueIdOrKey);
  const found = visibleComment(site, caller, id);
  if (found.issue !== issue) throw new JiraError(404, `Can not find a comment for the id: ${id}.`);
  return found;
}

function inOrder(comments: readonly Comment[], orderBy = 'created'): readonly Comment[] {
  if (!/^[-+ ]?created$/.test(orderBy)) throw new JiraError(400, `Can not order by '${orderBy}'.`);
  return orderBy.startsWith('-') ? comments.toReversed() : comments;
}
