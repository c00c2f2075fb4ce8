import { Hono } from 'hono';
import { z } from 'zod';
import { scope, type Caller, type JiraEnv } from '../actor';
import { commentsAlong } from '../comment-drafts';
import { fieldError, JiraError } from '../errors';
import { changedFields, newValueOf, UPDATE, type FieldChanges } from '../field-operations';
import { notOnScreen } from '../issue-fields';
import type { JiraSite } from '../jira-site';
import type { Issue, Transition } from '../model';
import { possibleTransitions, visibleIssue } from '../permissions';
import { bodyOf, listParam } from '../request';
import { Views } from '../views';
import { RESOLUTIONS } from '../workflow';

const TRANSITION = z.object({
  /** The id is described as a text; that Jira takes a number, too, is unconfirmed. */
  transition: z.object({ id: z.union([z.string(), z.int().transform(String)]) }).optional(),
  fields: z.record(z.string(), z.unknown()).default({}),
  update: UPDATE,
});
const RESOLUTION = z.union([z.object({ id: z.string() }), z.object({ name: z.string() })]);

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-transitions-get */
export function transitionRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();

  routes.get('/issue/:issue/transitions', scope('read:jira-work'), (c) => {
    const issue = visibleIssue(site, c.var.caller, c.req.param('issue'));
    const id = c.req.query('transitionId');
    const withFields = listParam(c.req, 'expand').includes('transitions.fields');
    const transitions = possibleTransitions(site, c.var.caller, issue)
      .filter((each) => id === undefined || each.id === id)
      .map((each) => new Views(site, c.var.caller).transition(each, withFields));
    return c.json({ expand: 'transitions', transitions });
  });

  routes.post('/issue/:issue/transitions', scope('write:jira-work'), async (c) => {
    const issue = visibleIssue(site, c.var.caller, c.req.param('issue'));
    const {
      transition,
      fields,
      update: { comment, ...update },
    } = await bodyOf(c.req, TRANSITION);
    if (!transition) throw new JiraError(400, "Missing 'transition' identifier");
    const chosen = chosenTransition(site, c.var.caller, issue, transition.id);
    const values = valuesFor(chosen, { fields, update });
    // Whether a transition without a screen takes a comment is unconfirmed; here it does.
    const comments = commentsAlong(c.var.caller, issue, comment);
    const resolution = resolutionFor(chosen, values);
    await passValidators(site, issue, chosen, values);
    // Somebody else may have moved it meanwhile.
    chosenTransition(site, c.var.caller, issue, transition.id);
    issue.status = chosen.to;
    issue.updated = site.clock.now();
    delete issue.resolution;
    delete issue.resolved;
    if (resolution) Object.assign(issue, { resolution, resolved: issue.updated });
    for (const each of comments) site.addComment(issue, each);
    site.changed();
    return c.body(null, 204);
  });

  return routes;
}

/** Throws a 400 unless the caller can take this transition from where the issue is now. */
function chosenTransition(site: JiraSite, caller: Caller, issue: Issue, id: string): Transition {
  const chosen = possibleTransitions(site, caller, issue).find((each) => each.id === id);
  if (chosen) return chosen;
  throw new JiraError(400, `Transition id '${id}' is not valid for this issue.`);
}

/** Asks each of the transition's validators, in turn; throws a 400 with the words of the first that refuses. */
async function passValidators(
  site: JiraSite,
  { key, status }: Issue,
  { to, validators = [] }: Transition,
  modifiedFields: Record<string, unknown>,
): Promise<void> {
  for (const validator of validators) {
    const transition = { from: { id: status }, to: { id: to }, modifiedFields };
    const refusal = await site.refusalBy(validator, { issue: { key }, transition });
    if (refusal !== undefined) throw new JiraError(400, refusal);
  }
}

/** What is filled in on the transition's screen; 400 for a field that is not there. */
function valuesFor({ asksResolution }: Transition, changes: FieldChanges): Record<string, unknown> {
  const fields = changedFields(changes);
  const stray = fields.find((field) => field !== 'resolution' || !asksResolution);
  if (stray !== undefined) throw notOnScreen(stray);
  return Object.fromEntries(fields.map((field) => [field, newValueOf(changes, field)]));
}

/** The resolution to set, if the transition asks for one; throws the 400s of one that is missing or unknown. */
function resolutionFor(transition: Transition, values: Record<string, unknown>): string | undefined {
  if (!transition.asksResolution) return undefined;
  if (!values['resolution']) throw fieldError('resolution', 'Resolution is required.');
  const wanted = RESOLUTION.safeParse(values['resolution']).data;
  const found = Object.entries(RESOLUTIONS).find(([id, name]) =>
    wanted && 'id' in wanted ? wanted.id === id : wanted?.name === name,
  );
  if (!found) throw fieldError('resolution', 'Resolution is not valid.');
  return found[0];
}
