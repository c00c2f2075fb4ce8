import { z } from 'zod';
import type { AppField } from '../forge/jira-port';
import { fieldError } from './errors';
import type { JiraSite } from './jira-site';
import type { Issue } from './model';

/** An app's field as this site has it. */
export interface SiteField extends AppField {
  id: string;
  number: number;
}

/** A value for one field of some issues. */
export interface FieldWrite {
  field: SiteField;
  issues: readonly Issue[];
  value: unknown;
}

export interface WriteOptions {
  /** Account id of the app that writes. */
  by: string;
  generateChangelog: boolean;
  /** Whether others are told. */
  generateAppEvents: boolean;
}

/** The number in the id of the first field; Jira's own stand below. */
const FIRST_NUMBER = 10_100;

/** The fields of the app that is installed. */
export function appFieldsOf(site: JiraSite): SiteField[] {
  if (site.switches.appFieldsAreMissing) return [];
  const { fieldNumbers } = site.data;
  return site.appFields().map((field) => {
    const number = (fieldNumbers[field.key] ??= FIRST_NUMBER + Object.keys(fieldNumbers).length);
    return { ...field, number, id: `customfield_${String(number)}` };
  });
}

/**
 * Writes what an app says into fields of its own, all or nothing; what stays as it was is no change.
 * @throws JiraError 400 where a value is not of the field's type
 */
export function writeFields(site: JiraSite, writes: readonly FieldWrite[], options: WriteOptions): void {
  const kept = writes.map((write) => ({ ...write, value: valueFor(site, write) }));
  const changed = kept.flatMap(({ field, issues, value }) =>
    issues
      .filter((issue) => writeField(site, issue, { field, value, options }))
      .map(({ id }) => ({ id, field, value })),
  );
  if (changed.length === 0) return;
  site.changed();
  site.clock.after(site.switches.fieldIndexLagMs, site.changed);
  if (!options.generateAppEvents) return;
  for (const { id, field, value } of changed) {
    const { id: fieldId, moduleKey } = field;
    site.fieldChanged.tell({ issueId: id, fieldId, moduleKey, value, by: options.by });
  }
}

/** A field's value as searches know it: the index lags behind what an issue says. */
export function indexedValue(
  site: JiraSite,
  { appFields = {}, fieldChanges = [] }: Issue,
  id: string,
): unknown {
  const since = site.clock.now() - site.switches.fieldIndexLagMs;
  const late = fieldChanges.find(({ at, fieldId }) => fieldId === id && at > since);
  return late ? late.from : (appFields[id] ?? null);
}

interface OneWrite extends Pick<FieldWrite, 'field' | 'value'> {
  options: WriteOptions;
}

/** Whether it changed anything. */
function writeField(site: JiraSite, issue: Issue, { field, value, options }: OneWrite): boolean {
  const { [field.id]: from = null, ...others } = issue.appFields ?? {};
  if (JSON.stringify(from) === JSON.stringify(value)) return false;
  const at = site.clock.now();
  const { by, generateChangelog: isInChangelog } = options;
  issue.appFields = value === null ? others : { ...others, [field.id]: value };
  issue.fieldChanges = [
    ...(issue.fieldChanges ?? []),
    { at, by, fieldId: field.id, from, to: value, isInChangelog },
  ];
  issue.updated = at;
  return true;
}

/** Milliseconds are dropped, as documented. */
const DATETIME = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(Date.parse(text)).toISOString().replace(/\.\d+Z$/, '.000+0000'));

const VALUES: Readonly<Record<AppField['type'], z.ZodType>> = {
  string: z.string(),
  number: z.number(),
  user: z.object({ accountId: z.string() }),
  date: z.iso.date(),
  datetime: DATETIME,
};

/** The value as an issue keeps it; `null` empties a field. */
function valueFor(site: JiraSite, { field, value }: FieldWrite): unknown {
  if (value === null) return null;
  const parsed = VALUES[field.type].safeParse(value);
  const isKnown =
    field.type !== 'user' || site.user((value as { accountId: string }).accountId) !== undefined;
  if (parsed.success && isKnown) return parsed.data;
  // The words are not documented.
  throw fieldError(field.id, `The value is not valid for a field of the type ${field.type}.`);
}
