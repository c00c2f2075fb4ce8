/**
 * `npm run jira-facts`: writes the table by which the site's answers are checked, `jira-facts.json`: for each route of
 * Jira's REST API that the site serves its scopes, and the fields of what is sent and answered with their types. From
 * the official description where it lies beside the project; where that has no such route, from the schemas of jira.js.
 * No sentence of either is taken over.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { Clock } from '../../clock';
import { createJira } from '../../jira/jira';
import { trueRandomness } from '../../random';
import type { JiraFacts, RouteFacts } from '../integration/jira-facts';
import { templateOf } from '../integration/jira-facts';

const DESCRIPTION = path.resolve(__dirname, '../../../../../shared/contracts/jira-openapi.json');
const TABLE = path.resolve(__dirname, '../integration/jira-facts.json');

interface Content {
  content?: { 'application/json'?: { schema?: object } };
}

interface Description {
  paths: Record<
    string,
    Record<
      string,
      { responses: Record<string, Content>; requestBody?: Content; security?: { OAuth2?: string[] }[] }
    >
  >;
  components: { schemas: Record<string, object> };
}

/** What says something to people only, or to other programs than a validator. */
const PROSE =
  /^(description|title|example|examples|externalDocs|xml|deprecated|readOnly|writeOnly|default|x-.*)$/;

/** Routes that the description leaves out; their scopes are those that Jira's pages name. */
async function otherRoutes(): Promise<Record<string, RouteFacts>> {
  // It can be imported in this way only.
  const schemas = await import('jira.js/cloud');
  const desk = await import('jira.js/serviceDesk');
  return {
    'GET /rest/servicedeskapi/servicedesk': answer(
      ['read:servicedesk-request'],
      200,
      desk.PagedServiceDeskSchema,
      desk.ErrorResponseSchema.required({ errorMessage: true }),
    ),
    'GET /rest/servicedeskapi/servicedesk/{}/requesttype': answer(
      ['read:servicedesk-request'],
      200,
      // The fields of a type's form, which nobody asks for, refer to themselves.
      desk.PagedRequestTypeSchema.extend({ values: z.array(desk.RequestTypeSchema.omit({ fields: true })) }),
      desk.ErrorResponseSchema.required({ errorMessage: true }),
    ),
    'GET /rest/api/3/bulk/queue/{}': answer(['read:jira-work'], 200, schemas.BulkOperationProgressSchema),
    'GET /rest/api/3/user/properties': answer(['read:jira-user'], 200, schemas.PropertyKeysSchema),
    'GET /rest/api/3/users/search': answer(['read:jira-user'], 200, z.array(schemas.DashboardUserSchema)),
    'POST /rest/api/3/issue/properties': answer(['write:jira-work'], 204, z.null()),
    'PUT /rest/api/3/issue/{}/assignee': answer(['write:jira-work'], 204, z.null()),
    'POST /rest/api/3/bulk/issues/move': answer(
      ['write:jira-work'],
      201,
      schemas.SubmittedBulkOperationSchema,
    ),
  };
}

/** jira.js knows of the service desk API alone how it refuses. */
function answer(scopes: string[], status: number, schema: z.ZodType, refusal?: z.ZodType): RouteFacts {
  const refused = refusal ? jsonSchemaOf(refusal) : {};
  return { scopes, answers: { [status]: jsonSchemaOf(schema), 400: refused, 403: refused, 404: refused } };
}

function jsonSchemaOf(schema: z.ZodType): object {
  const json = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' });
  delete json.$schema;
  return json;
}

/** The facts of a schema: references point to the table's own. */
function factsOf(schema: unknown, key = ''): unknown {
  if (Array.isArray(schema)) return schema.map((each) => factsOf(each));
  if (typeof schema === 'string')
    return key === '$ref' ? schema.replace('#/components/schemas/', '#/schemas/') : schema;
  if (typeof schema !== 'object' || schema === null) return schema;
  // Below `properties` stand names of fields, which may be any word.
  const isProse = (name: string): boolean => key !== 'properties' && PROSE.test(name);
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([name]) => !isProse(name))
      .map(([name, value]) => [name, factsOf(value, key === 'properties' ? '' : name)]),
  );
}

function schemaOf({ content }: Content): object {
  return factsOf(content?.['application/json']?.schema) ?? {};
}

function routeFacts(description: Description, method: string, template: string): RouteFacts | undefined {
  const named = Object.entries(description.paths).find(([path]) => path.replace(/{\w+}/g, '{}') === template);
  const operation = named?.[1][method.toLowerCase()];
  if (!operation) return undefined;
  const { responses, requestBody, security = [] } = operation;
  return {
    scopes: security.flatMap(({ OAuth2 = [] }) => OAuth2),
    ...(requestBody && { body: schemaOf(requestBody) }),
    answers: Object.fromEntries(
      Object.entries(responses).map(([status, response]) => [status, schemaOf(response)]),
    ),
  };
}

/** The schemas that are referred to, and those that these refer to. */
function reachable(all: Record<string, object>, from: object, names = new Set<string>()): Set<string> {
  for (const [, name = ''] of JSON.stringify(from).matchAll(/#\/(?:components\/)?schemas\/([^"]+)/g)) {
    if (names.has(name)) continue;
    names.add(name);
    reachable(all, all[name] ?? {}, names);
  }
  return names;
}

/** Always checked for, whatever a route says. */
const ALWAYS = ['ErrorCollection', 'StatusDetails', 'StatusCategory', 'IssueTypeDetails', 'ProjectDetails'];
const ALSO = ['UserDetails', 'PageOfComments'].concat(ALWAYS).map((name) => ({ $ref: `#/schemas/${name}` }));

async function main(): Promise<void> {
  const others = await otherRoutes();
  const description = JSON.parse(readFileSync(DESCRIPTION, 'utf8')) as Description;
  const { rest } = createJira({
    clock: new Clock(),
    random: trueRandomness,
    changed: () => undefined,
    baseUrl: 'http://site.test',
    switches: {},
  });
  const served = rest.routes.filter(({ method }) => method !== 'ALL');
  const names = served.map(({ method, path: route }) => `${method} ${templateOf(route)}`);
  const routes: Record<string, RouteFacts> = {};
  for (const name of [...new Set(names)].sort()) {
    const [method = '', template = ''] = name.split(' ');
    const facts = routeFacts(description, method, template) ?? others[name];
    if (!facts) throw new Error(`Nothing tells what ${name} takes and answers.`);
    routes[name] = facts;
  }
  const { schemas } = description.components;
  const used = [...reachable(schemas, [routes, ALSO])].sort();
  const table: JiraFacts = {
    routes,
    schemas: Object.fromEntries(used.map((name) => [name, factsOf(schemas[name]) as object])),
  };
  writeFileSync(TABLE, `${JSON.stringify(table)}\n`);
  console.log(`${Object.keys(routes).length} routes, ${used.length} schemas.`);
}

void main();
