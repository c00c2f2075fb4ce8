import { createRequire } from 'node:module';
import type * as JqlAst from '@atlaskit/jql-ast';
import type { Clause, JQLSyntaxError, OrderBy, TerminalClause } from '@atlaskit/jql-ast';
import type { Caller } from '../actor';
import { JiraError } from '../errors';
import type { JiraSite } from '../jira-site';
import type { Issue } from '../model';
import { jqlFields, type Asking, type FieldKind, type JqlField } from './fields';
import { wantedBy, type Wanted } from './operands';
import { holdsWords } from './text';

export interface Query {
  matches: (issue: Issue) => boolean;
  compare: (a: Issue, b: Issue) => number;
}

type Test = (issue: Issue) => boolean;
type Values = readonly (string | number)[];
type Fields = ReadonlyMap<string, JqlField>;

const NAMES = ['=', '!=', 'in', 'not in', 'is', 'is not'];
const ORDERED = [...NAMES, '<', '<=', '>', '>='];
const WORDS = ['~', '!~', 'is', 'is not'];

/** @see https://support.atlassian.com/jira-software-cloud/docs/jql-operators/ */
const OPERATORS: Readonly<Record<FieldKind, readonly string[]>> = {
  name: NAMES,
  user: NAMES,
  text: WORDS,
  string: [...NAMES, ...WORDS],
  date: ORDERED,
  number: ORDERED,
};

/** What a clause becomes below NOT: Jira takes the opposite operator, so that an empty field matches neither way. */
const OPPOSITES: Readonly<Record<string, string>> = {
  '=': '!=',
  '!=': '=',
  '~': '!~',
  '!~': '~',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
  in: 'not in',
  'not in': 'in',
  is: 'is not',
  'is not': 'is',
};

const COMPARISONS: Readonly<Record<string, (a: string | number, b: string | number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

/**
 * Reads a query with Atlassian's own parser, for the user who asks. Refusals read much like Jira's.
 * @throws JiraError 400 if it is not JQL, has no search restriction, or names what this site does not have
 */
export function parseJql(site: JiraSite, caller: Caller, jql: string): Query {
  const { errors, query } = new (jqlAst().JastBuilder)().build(jql);
  if (errors[0]) throw syntaxError(errors[0]);
  if (!query?.where) {
    throw new JiraError(400, 'Unbounded JQL queries are not allowed here. Please add a search restriction.');
  }
  const asking = { site, caller };
  const fields = jqlFields(asking);
  return {
    matches: testOf(query.where, false, fields, asking),
    compare: orderOf(query.orderBy ?? undefined, fields),
  };
}

/** Loaded with the first query: it takes longer than all else of the site's Jira together. */
function jqlAst(): typeof JqlAst {
  return createRequire(__filename)('@atlaskit/jql-ast') as typeof JqlAst;
}

function syntaxError(error: JqlAst.JQLParseError | JQLSyntaxError): JiraError {
  const where =
    'line' in error ? ` (line ${String(error.line)}, character ${String(error.charPositionInLine + 1)})` : '';
  return new JiraError(400, `Error in the JQL Query: ${error.message}${where}`);
}

function testOf(clause: Clause, isNegated: boolean, fields: Fields, asking: Asking): Test {
  if (clause.clauseType === 'not') return testOf(clause.clause, !isNegated, fields, asking);
  if (clause.clauseType === 'terminal') return terminalTest(clause, isNegated, fields, asking);
  const tests = clause.clauses.map((each) => testOf(each, isNegated, fields, asking));
  const isAnd = (clause.operator.value === 'and') !== isNegated;
  return (issue) => (isAnd ? tests.every((test) => test(issue)) : tests.some((test) => test(issue)));
}

function terminalTest(clause: TerminalClause, isNegated: boolean, fields: Fields, asking: Asking): Test {
  const field = fieldOf(clause.field.value, fields);
  const { operand, operator, predicates } = clause;
  const sign = operator?.value ?? '';
  if (!OPERATORS[field.kind].includes(sign) || predicates.length > 0 || !operand) {
    throw new JiraError(400, `The operator '${sign}' is not supported by the '${field.name}' field.`);
  }
  const matches = matcher((isNegated ? OPPOSITES[sign] : sign) ?? sign, wantedBy(operand, field, asking));
  return (issue) => matches(field.values(issue));
}

function fieldOf(name: string, fields: Fields): JqlField {
  const field = fields.get(name.toLowerCase().replace(/^cf\[\s*(\d+)\s*\]$/, 'cf[$1]'));
  if (field) return field;
  throw new JiraError(400, `Field '${name}' does not exist or you do not have permission to view it.`);
}

function matcher(sign: string, { values: wanted, isEmptyWanted }: Wanted): (values: Values) => boolean {
  const isAmong = (values: Values) =>
    values.length === 0 ? isEmptyWanted : values.some((value) => wanted.includes(lowered(value)));
  const holds = (values: Values) => values.some((value) => holdsWords(String(value), String(wanted[0])));
  const compare = COMPARISONS[sign];
  if (compare) return (values) => values.some((value) => wanted.some((each) => compare(value, each)));
  switch (sign) {
    case '~':
      return holds;
    case '!~':
      return (values) => values.length > 0 && !holds(values);
    case '=':
    case 'in':
    case 'is':
      return isAmong;
    default:
      return (values) => values.length > 0 && !isAmong(values);
  }
}

function lowered(value: string | number): string | number {
  return typeof value === 'string' ? value.toLowerCase() : value;
}

/** The number is documented, the words of the refusal are not. */
const MOST_ORDERS = 7;

/** Newest first unless the query says how. */
function orderOf(orderBy: OrderBy | undefined, fields: Fields): Query['compare'] {
  if ((orderBy?.fields.length ?? 0) > MOST_ORDERS) {
    throw new JiraError(400, `A query can be ordered by ${String(MOST_ORDERS)} fields at most.`);
  }
  const orders = (orderBy?.fields ?? []).map(({ field, direction }) => {
    const found = fieldOf(field.value, fields);
    if (found.name === 'text') throw new JiraError(400, `Not able to sort using field '${field.value}'.`);
    return byField(found, direction?.value.toLowerCase() === 'desc' ? -1 : 1);
  });
  if (orders.length === 0) return (a, b) => b.created - a.created;
  return (a, b) => orders.map((compare) => compare(a, b)).find((order) => order !== 0) ?? 0;
}

/** Empty values come last, and first in descending order **[?]**. */
function byField({ rank, values }: JqlField, sign: 1 | -1): Query['compare'] {
  const placeOf = (issue: Issue) => rank?.(issue) ?? values(issue)[0];
  return (one, other) => {
    const [a, b] = [placeOf(one), placeOf(other)];
    if (a === undefined || b === undefined) return sign * (Number(a === undefined) - Number(b === undefined));
    return sign * (a < b ? -1 : Number(a > b));
  };
}
