import { Ajv, type ValidateFunction } from 'ajv';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { JiraRest } from '../../jira/jira';

interface Operation {
  responses: Record<string, { content?: { 'application/json'?: { schema?: object } } }>;
  security?: { OAuth2?: string[] }[];
}

interface IssueAnswer {
  fields?: Record<string, unknown>;
}

interface Description {
  paths: Record<string, Record<string, Operation>>;
}

const FILE = path.resolve(__dirname, '../../../../../shared/contracts/jira-openapi.json');

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

/** The official description of Jira's REST API: an excerpt, which may be missing. */
class JiraDescription {
  private readonly description: Description;
  private readonly ajv = new Ajv({ strict: false, formats: FORMATS });

  constructor(description: Description) {
    this.description = description;
    this.ajv.addSchema(description, 'jira');
  }

  /** The classic scopes that an operation asks for; `undefined` for one that is not in the excerpt. */
  scopes(method: string, template: string): readonly string[] | undefined {
    const operation = this.description.paths[template]?.[method.toLowerCase()];
    return operation && (operation.security ?? []).flatMap(({ OAuth2 = [] }) => OAuth2);
  }

  /** @throws Error naming what in the answer is not as described */
  check(request: Request, status: number, body: unknown): void {
    const [template, operation] = this.operation(request) ?? [];
    if (!template || !operation || ANYWHERE.includes(status)) return;
    const where = `${request.method} ${template}: ${status}`;
    const response = operation.responses[status];
    if (!response) throw new Error(`${where} is not described`);
    if (status >= 400) this.demand('ErrorCollection', body, where);
    if (status >= 300 || body === undefined) return;
    this.checkBody(pointer(template, request.method, status), body, where);
    for (const issue of issuesIn(template, body)) this.checkFields(issue, where);
  }

  private operation(request: Request): [template: string, operation: Operation] | undefined {
    const parts = new URL(request.url).pathname.split('/');
    const candidates = Object.entries(this.description.paths)
      .filter(([template]) => fits(template.split('/'), parts))
      .toSorted(([a], [b]) => a.split('{').length - b.split('{').length);
    for (const [template, methods] of candidates) {
      const operation = methods[request.method.toLowerCase()];
      if (operation) return [template, operation];
    }
    return undefined;
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
    const validate = this.ajv.getSchema(`jira#/components/schemas/${schema}`);
    if (!validate) throw new Error(`The description has no ${schema}`);
    this.expect(validate, value, where);
  }

  private expect(validate: ValidateFunction, value: unknown, where: string): void {
    if (validate(value)) return;
    throw new Error(`${where} is not as described: ${this.ajv.errorsText(validate.errors)}`);
  }
}

/** `undefined` where the description is not at hand. */
export const jiraDescription = existsSync(FILE)
  ? new JiraDescription(JSON.parse(readFileSync(FILE, 'utf8')) as Description)
  : undefined;

/** The same API, whose calls are rejected when an answer is not as the official description has it. */
export function described({ fetch, routes }: JiraRest): JiraRest {
  return {
    routes,
    fetch: async (request, env) => {
      const response = await fetch(request, env);
      const text = await response.clone().text();
      jiraDescription?.check(request, response.status, text ? JSON.parse(text) : undefined);
      return response;
    },
  };
}

function fits(template: readonly string[], parts: readonly string[]): boolean {
  return (
    template.length === parts.length &&
    template.every((part, index) => part.startsWith('{') || part === parts[index])
  );
}

function pointer(template: string, method: string, status: number): string {
  const parts = ['paths', template, method.toLowerCase(), 'responses', String(status), 'content'];
  return [...parts, 'application/json', 'schema'].map((part) => `/${escaped(part)}`).join('');
}

function escaped(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
}

function issuesIn(template: string, body: unknown): IssueAnswer[] {
  if (template.endsWith('/issue/{issueIdOrKey}')) return [body as IssueAnswer];
  return (body as { issues?: IssueAnswer[] }).issues ?? [];
}
