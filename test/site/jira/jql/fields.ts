import type { Caller } from '../actor';
import { appFieldsOf, indexedValue, type SiteField } from '../app-fields';
import type { JiraSite } from '../jira-site';
import type { Issue } from '../model';
import { projectById, PROJECTS } from '../projects';
import { REQUEST_TYPE_SCHEMA, requestTypeOf } from '../request-types';
import { allStatuses, RESOLUTIONS, statusById } from '../workflow';
import { textOf } from './adf-text';

export type FieldKind = 'name' | 'user' | 'text' | 'string' | 'date' | 'number';

/** A field as JQL knows it. */
export interface JqlField {
  /** As messages name it. */
  name: string;
  kind: FieldKind;
  /** What an issue has in it, in all ways in which that can be said; nothing where it is empty. */
  values: (issue: Issue) => readonly (string | number)[];
  /** Whether there is such a value at all; without it, there is any. */
  knows?: (value: string) => boolean;
  /** A name for what is empty, beside `EMPTY`; in lower case. */
  emptyName?: string;
  /** What issues are ordered by, if not their first value. */
  rank?: (issue: Issue) => number;
}

/** The Jira site that is searched, and the user who searches. */
export interface Asking {
  site: JiraSite;
  caller: Caller;
}

const CATEGORY_NAMES = {
  new: ['To Do', 'new', '2'],
  indeterminate: ['In Progress', 'indeterminate', '4'],
  done: ['Done', 'done', '3'],
} as const;

/** The fields of a query, by the names that it may use for them, in lower case. */
export function jqlFields({ site }: Asking): ReadonlyMap<string, JqlField> {
  const fields = new Map<string, JqlField>();
  const add = (names: readonly string[], field: Omit<JqlField, 'name'>) => {
    for (const name of names) fields.set(name.toLowerCase(), { ...field, name });
  };
  addPlaces(add, site);
  addPeople(add, site);
  addTexts(add);
  add(['created', 'createdDate'], { kind: 'date', values: ({ created }) => [created] });
  add(['updated', 'updatedDate'], { kind: 'date', values: ({ updated }) => [updated] });
  add(['resolved', 'resolutiondate'], { kind: 'date', values: ({ resolved }) => present(resolved) });
  for (const field of appFieldsOf(site)) {
    add([field.name, `cf[${String(field.number)}]`], ofApp(site, field));
  }
  return fields;
}

type Add = (names: readonly string[], field: Omit<JqlField, 'name'>) => void;

function addPlaces(add: Add, site: JiraSite): void {
  add(
    ['project'],
    named(
      projectNames,
      PROJECTS.map(({ id }) => projectNames({ projectId: id })),
    ),
  );
  add(['key', 'issuekey', 'issue', 'id'], {
    kind: 'name',
    values: ({ key, id, formerKeys = [] }) => [key, id, ...formerKeys],
    knows: (value) => site.issue(value) !== undefined,
    rank: ({ projectId, key }) => Number(projectId) * 1e6 + Number(key.split('-')[1]),
  });
  add(
    ['status'],
    named(
      ({ status }) => [statusById(status).name, status],
      allStatuses().map(({ id, name }) => [id, name]),
    ),
  );
  add(
    ['statusCategory'],
    named(({ status }) => CATEGORY_NAMES[statusById(status).category], Object.values(CATEGORY_NAMES)),
  );
  add(
    ['resolution'],
    // https://support.atlassian.com/jira-software-cloud/docs/jql-fields/#Resolution
    {
      ...named(
        ({ resolution }) => (resolution ? [RESOLUTIONS[resolution] ?? '', resolution] : []),
        Object.entries(RESOLUTIONS),
      ),
      emptyName: 'unresolved',
    },
  );
  add(
    ['issuetype', 'type'],
    named(
      typeNames,
      PROJECTS.map(({ id }) => typeNames({ projectId: id })),
    ),
  );
  addRequestType(add);
  add(['labels'], { kind: 'name', values: ({ labels = [] }) => labels });
}

function addRequestType(add: Add): void {
  const requestTypes = PROJECTS.flatMap(({ key, serviceDesk }) =>
    (serviceDesk?.requestTypes ?? []).map(({ id, name }) => [name, `${name} (${key})`, id]),
  );
  add(
    ['Request Type', `cf[${String(REQUEST_TYPE_SCHEMA.customId)}]`],
    named((issue) => {
      const type = requestTypeOf(issue);
      return type ? [type.name, `${type.name} (${projectById(issue.projectId).key})`, type.id] : [];
    }, requestTypes),
  );
}

function addPeople(add: Add, site: JiraSite): void {
  const person = (accountId: string | undefined) => {
    const user = accountId === undefined ? undefined : site.user(accountId);
    return user ? [user.displayName, user.accountId] : [];
  };
  const known = new Set(
    site.users().flatMap(({ accountId, displayName }) => lowered([accountId, displayName])),
  );
  const user = (values: JqlField['values']) => ({
    kind: 'user' as const,
    values,
    knows: (value: string) => known.has(value),
  });
  add(
    ['reporter'],
    user(({ reporter }) => person(reporter)),
  );
  add(
    ['assignee'],
    user(({ assignee }) => person(assignee)),
  );
  add(
    ['creator'],
    user(({ creator, reporter }) => person(creator ?? reporter)),
  );
}

function addTexts(add: Add): void {
  add(['summary'], { kind: 'text', values: ({ summary }) => [summary] });
  add(['description'], { kind: 'text', values: ({ description }) => present(textOf(description)) });
  add(['text'], {
    kind: 'text',
    values: ({ summary, description, comments }) =>
      [summary, textOf(description), ...comments.map(({ body }) => textOf(body))].filter(Boolean),
  });
}

/** An app's field, with what the index knows of it. */
function ofApp(site: JiraSite, field: SiteField): Omit<JqlField, 'name'> {
  const value = (issue: Issue) => indexedValue(site, issue, field.id);
  switch (field.type) {
    case 'string':
      return { kind: 'string', values: (issue) => present(value(issue) as string | null) };
    case 'number':
      return { kind: 'number', values: (issue) => present(value(issue) as number | null) };
    case 'user':
      return { kind: 'user', values: (issue) => accountOf(site, value(issue)) };
    case 'date':
    case 'datetime':
      return {
        kind: 'date',
        values: (issue) => present(value(issue) as string | null).map((at) => Date.parse(at)),
      };
  }
}

function accountOf(site: JiraSite, value: unknown): readonly string[] {
  const user = value === null ? undefined : site.user((value as { accountId: string }).accountId);
  return user ? [user.displayName, user.accountId] : [];
}

/** A field whose values are known by several names each. */
function named(
  values: (issue: Issue) => readonly string[],
  all: readonly (readonly string[])[],
): Omit<JqlField, 'name'> {
  const known = new Set(lowered(all.flat()));
  return { kind: 'name', values, knows: (value) => known.has(value) };
}

function projectNames({ projectId }: Pick<Issue, 'projectId'>): readonly string[] {
  const { id, key, name } = projectById(projectId);
  return [name, key, id];
}

function typeNames({ projectId }: Pick<Issue, 'projectId'>): readonly string[] {
  const { id, name } = projectById(projectId).issueType;
  return [name, id];
}

function lowered(names: readonly string[]): string[] {
  return names.map((name) => name.toLowerCase());
}

function present<T>(value: T | null | undefined): NonNullable<T>[] {
  return value === null || value === undefined ? [] : [value];
}
