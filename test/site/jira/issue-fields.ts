import { z } from 'zod';
import { isAdf } from './adf-check';
import type { Caller } from './actor';
import { fieldError, JiraError } from './errors';
import { changedFields, newValueOf, UPDATE } from './field-operations';
import type { JiraSite } from './jira-site';
import type { Adf, Issue, Project } from './model';
import { may } from './permissions';
import { projectById, PROJECTS } from './projects';
import { checkProperty } from './request';
import { REQUEST_TYPE_FIELD } from './request-types';

/** The body with which an issue is created or edited. */
export const ISSUE_DRAFT = z.looseObject({
  fields: z.record(z.string(), z.unknown()).default({}),
  update: UPDATE,
  properties: z.array(z.object({ key: z.string(), value: z.unknown().optional() })).default([]),
});

export type IssueDraft = z.output<typeof ISSUE_DRAFT>;

type Setter = (issue: Issue, value: unknown, site: JiraSite) => void;

const SUMMARY = z
  .string('Operation value must be a string')
  .trim()
  .min(1, 'You must specify a summary of the issue.')
  .max(255, "Summary can't exceed 255 characters.")
  .regex(/^[^\r\n]*$/, 'The summary is invalid because it contains newline characters.');
const PERSON = z.union([z.object({ accountId: z.string() }), z.object({ id: z.string() })]);
/** `-1` is the default assignee, which projects here do not have. */
const NO_ACCOUNT = z.union([z.null(), z.literal('-1')]);
const NOBODY = z.union([z.null(), z.object({ accountId: NO_ACCOUNT }), z.object({ id: NO_ACCOUNT })]);
const LABELS = z.array(z.string().regex(/^\S{1,255}$/, 'The label contains spaces which is invalid.'));
const REFERENCE = z.union([z.object({ id: z.string() }), z.object({ key: z.string() })]);

/** What can be set on the screens of every project here. */
const SETTERS: Readonly<Record<string, Setter>> = {
  summary: (issue, value) => {
    issue.summary = parsed('summary', SUMMARY, value);
  },
  description: (issue, value) => {
    issue.description = documentOf(value);
  },
  labels: (issue, value) => {
    issue.labels = parsed('labels', LABELS, value);
  },
  reporter: (issue, value, site) => {
    issue.reporter = accountOf(site, 'reporter', value);
  },
  [REQUEST_TYPE_FIELD]: (issue, value) => {
    issue.requestType = value === null ? '' : requestTypeId(issue, value);
  },
  assignee: (issue, value, site) => {
    delete issue.assignee;
    if (!NOBODY.safeParse(value).success) issue.assignee = accountOf(site, 'assignee', value);
  },
};

/** What fields of several values hold now. */
const LISTS: Readonly<Record<string, (issue: Issue) => readonly unknown[]>> = {
  labels: ({ labels = [] }) => labels,
};

/**
 * Sets the fields and properties of a draft, all or none.
 * @throws JiraError 400, with what is wrong for each field
 */
export function setFields(site: JiraSite, issue: Issue, draft: IssueDraft): void {
  // What a setter changes it replaces: comments and properties stay those that others may be writing to.
  const changed = { ...issue };
  const errors: Record<string, string> = {};
  for (const field of changedFields(draft)) {
    try {
      setField(site, changed, field, draft);
    } catch (error) {
      if (!(error instanceof JiraError)) throw error;
      Object.assign(errors, error.fields);
    }
  }
  if (Object.keys(errors).length > 0) throw new JiraError(400, '', errors);
  for (const { key, value } of draft.properties) checkProperty(key, value);
  Object.assign(issue, changed, { updated: site.clock.now() });
  if (changed.assignee === undefined) delete issue.assignee;
  for (const { key, value } of draft.properties) issue.properties[key] = value;
}

function setField(site: JiraSite, issue: Issue, field: string, draft: IssueDraft): void {
  const set = Object.hasOwn(SETTERS, field) ? SETTERS[field] : undefined;
  if (!set) throw notOnScreen(field);
  set(issue, newValueOf(draft, field, LISTS[field]?.(issue)), site);
}

/** The project to create in; 400 unless it is there and the caller may, and the type is one of its own. */
export function targetOf(caller: Caller, { fields }: IssueDraft): Project {
  const wanted = REFERENCE.safeParse(fields['project']).data;
  const project = PROJECTS.find(
    (each) => wanted && ('id' in wanted ? each.id === wanted.id : each.key === wanted.key),
  );
  if (!project || !may(caller, 'BROWSE_PROJECTS', project)) {
    throw fieldError('project', 'Specify a valid project ID or key');
  }
  if (!may(caller, 'CREATE_ISSUES', project)) {
    throw fieldError('project', 'You do not have permission to create issues in this project.');
  }
  const type = z.looseObject({ id: z.string().optional(), name: z.string().optional() });
  const issueType = type.safeParse(fields['issuetype']).data;
  if (issueType?.id !== project.issueType.id && issueType?.name !== project.issueType.name) {
    throw fieldError('issuetype', 'Specify a valid issue type');
  }
  return project;
}

export function notOnScreen(field: string): JiraError {
  return fieldError(
    field,
    `Field '${field}' cannot be set. It is not on the appropriate screen, or unknown.`,
  );
}

function documentOf(value: unknown): Adf {
  if (value === null) return { type: 'doc', version: 1, content: [] };
  if (isAdf(value)) return value as Adf;
  throw fieldError(
    'description',
    'Operation value must be an Atlassian Document (see the Atlassian Document Format)',
  );
}

/** A request's type is set by its id, as text. */
function requestTypeId({ projectId }: Issue, value: unknown): string {
  const types = projectById(projectId).serviceDesk?.requestTypes ?? [];
  const type = types.find(({ id }) => id === value);
  if (!type) throw fieldError(REQUEST_TYPE_FIELD, 'The request type is not one of this project.');
  return type.id;
}

function accountOf(site: JiraSite, field: string, value: unknown): string {
  const person = PERSON.safeParse(value).data;
  const user = person && site.user('accountId' in person ? person.accountId : person.id);
  if (!user) throw fieldError(field, `Specify a valid value for ${field}`);
  return user.accountId;
}

function parsed<T>(field: string, schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw fieldError(field, result.error.issues[0]?.message ?? '');
}
