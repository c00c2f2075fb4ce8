import { Ajv, type ValidateFunction } from 'ajv';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { JiraRest } from '../../jira/jira';
import { inVersion3 } from './jira-facts';
import type { JiraFacts, RouteFacts } from './jira-facts';

interface Exchange {
  sent: unknown;
  status: number;
  body: unknown;
}

interface IssueAnswer {
  fields?: Record<string, unknown>;
}

/** What Jira answers anywhere, whether or not an operation says so; none of it in the form of an operation's own answers. */
const ANYWHERE = [401, 415, 429];

/** The description leaves the fields of an issue open; these are the same things as elsewhere. */
const FIELDS: Readonly<Record<string, string>> = {
  status: 'StatusDetails',
  statusCategory: 'StatusCategory',
  issuetype: 'IssueTypeDetails',
  project: 'ProjectDetails',
  reporter: 'UserDetails',
  creator: 'UserDetails',
  comment: 'PageOfComments',
};

const FORMATS = {
  int32: true,
  int64: true,
  double: true,
  uuid: true,
  uri: (text: string) => URL.canParse(text),
  date: (text: string) => !Number.isNaN(Date.parse(text)),
  'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
} as const;

/** What is known of Jira's REST API, made from its official description by `npm run jira-facts`. */
class JiraTable {
  private readonly facts: JiraFacts;
  private readonly ajv = new Ajv({ strict: false, formats: FORMATS });

  constructor(facts: JiraFacts) {
    this.facts = facts;
    this.ajv.addSchema(facts, 'jira');
  }

  /** The classic scopes that a route asks for; `undefined` for one that is not in the table. */
  scopes(method: string, template: string): readonly string[] | undefined {
    return this.facts.routes[`${method} ${template}`]?.scopes;
  }

  /** @throws Error naming what in the answer, or in what was accepted, is not as described */
  check(request: Request, sent: unknown, status: number, body: unknown): void {
    const [name, route] = this.routeOf(request) ?? [];
    if (name && route) this.checkRoute(name, route, { sent, status, body });
    else if (status < 400) {
      throw new Error(`${request.method} ${new URL(request.url).pathname} is not described`);
    }
  }

  private checkRoute(name: string, route: RouteFacts, { sent, status, body }: Exchange): void {
    if (ANYWHERE.includes(status)) return;
    const where = `${name}: ${status}`;
    if (!route.answers[status]) throw new Error(`${where} is not described`);
    if (status >= 400) this.checkRefusal(name, status, body);
    if (status >= 300) return;
    if (sent !== undefined && route.body)
      this.checkBody(pointer(name, 'body'), sent, `${name}, what is sent`);
    if (body === undefined) return;
    this.checkBody(pointer(name, 'answers', String(status)), body, where);
    for (const issue of issuesIn(name, body)) this.checkFields(issue, where);
  }

  /** Refusals of the service desk API have a form of their own, which stands with its routes. */
  private checkRefusal(name: string, status: number, body: unknown): void {
    const where = `${name}: ${status}`;
    if (!name.includes('/rest/servicedeskapi/')) this.demand('ErrorCollection', body, where);
    else this.checkBody(pointer(name, 'answers', String(status)), body, where);
  }

  private routeOf(request: Request): [name: string, route: RouteFacts] | undefined {
    const parts = `${request.method} ${inVersion3(new URL(request.url).pathname)}`.split(/[ /]/);
    const [fitting] = Object.entries(this.facts.routes)
      .filter(([name]) => fits(name.split(/[ /]/), parts))
      .toSorted(([a], [b]) => a.split('{').length - b.split('{').length);
    return fitting;
  }

  /** An answer without a schema may hold anything. */
  private checkBody(reference: string, body: unknown, where: string): void {
    const validate = this.ajv.getSchema(`jira#${reference}`);
    if (validate) this.expect(validate, body, where);
  }

  private checkFields({ fields }: IssueAnswer, where: string): void {
    for (const [field, schema] of Object.entries(FIELDS)) {
      if (fields?.[field]) this.demand(schema, fields[field], `${where}, ${field}`);
    }
  }

  private demand(schema: string, value: unknown, where: string): void {
    const validate = this.ajv.getSchema(`jira#/schemas/${schema}`);
    if (!validate) throw new Error(`The table has no ${schema}`);
    this.expect(validate, value, where);
  }

  private expect(validate: ValidateFunction, value: unknown, where: string): void {
    if (validate(value)) return;
    throw new Error(`${where} is not as described: ${this.ajv.errorsText(validate.errors)}`);
  }
}

export const jiraTable = new JiraTable(
  JSON.parse(readFileSync(path.join(__dirname, 'jira-facts.json'), 'utf8')) as JiraFacts,
);

/** The same API, whose calls are rejected when what is answered, or accepted, is not as the official description has it. */
export function described({ fetch, routes }: JiraRest): JiraRest {
  return {
    routes,
    fetch: async (request, env) => {
      const sent = jsonOf(await request.clone().text());
      const response = await fetch(request, env);
      jiraTable.check(request, sent, response.status, jsonOf(await response.clone().text()));
      return response;
    },
  };
}

/** `undefined` for what is no JSON: a bad request is the site's to refuse. */
function jsonOf(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function fits(template: readonly string[], parts: readonly string[]): boolean {
  return (
    template.length === parts.length &&
    template.every((part, index) => part === '{}' || part === parts[index])
  );
}

function pointer(...parts: string[]): string {
  return ['routes', ...parts].map((part) => `/${escaped(part)}`).join('');
}

function escaped(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
}

function issuesIn(name: string, body: unknown): IssueAnswer[] {
  if (name.endsWith('/issue/{}')) return [body as IssueAnswer];
  return (body as { issues?: IssueAnswer[] }).issues ?? [];
}
