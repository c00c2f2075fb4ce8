import type { HonoRequest } from 'hono';
import type { z } from 'zod';
import { JiraError } from './errors';

const PROPERTY_LIMIT = 32_768;

/** The request's JSON; 415 without a JSON content type, 400 when it is no JSON. */
async function jsonBody(request: HonoRequest): Promise<unknown> {
  if (!/^application\/json\b/i.test(request.header('content-type') ?? '')) {
    throw new JiraError(415, 'Unsupported Media Type');
  }
  try {
    return await request.json();
  } catch {
    throw new JiraError(400, 'There was an error parsing JSON. Check that your request body is valid.');
  }
}

/** The body in the shape of `schema`; 400 when it is in another. */
export async function bodyOf<T>(request: HonoRequest, schema: z.ZodType<T>): Promise<T> {
  const body = schema.safeParse(await jsonBody(request));
  if (body.success) return body.data;
  const issue = body.error.issues[0];
  throw new JiraError(400, `Invalid request payload: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}

/** The value of a property, as `PUT …/properties/{key}` brings it; throws the 400s of its limits. */
export async function propertyValue(request: HonoRequest, key: string): Promise<unknown> {
  const value = await jsonBody(request);
  checkProperty(key, value);
  return value;
}

/** Throws a 400 if the key is longer than 255 characters or the value than 32,768. */
export function checkProperty(key: string, value: unknown): void {
  if (key.length > 255) throw new JiraError(400, 'The property key is longer than 255 characters.');
  if (value === undefined) throw new JiraError(400, 'The property value may not be empty.');
  if (JSON.stringify(value).length > PROPERTY_LIMIT) {
    throw new JiraError(400, `The property value is longer than ${String(PROPERTY_LIMIT)} characters.`);
  }
}

/** The values of a query parameter that may be given several times and hold several values, comma-separated. */
export function listParam(request: HonoRequest, name: string): string[] {
  return (request.queries(name) ?? []).flatMap((value) => value.split(',').filter((part) => part !== ''));
}

/** `startAt` and `maxResults`; 400 when they are no numbers. */
export function pageParams(request: HonoRequest, defaultMax: number, limit: number) {
  const number = (name: string, otherwise: number) => {
    const value = Number(request.query(name) ?? otherwise);
    if (!Number.isInteger(value)) throw new JiraError(400, `'${name}' must be a whole number.`);
    return Math.max(0, value);
  };
  return { startAt: number('startAt', 0), maxResults: Math.min(limit, number('maxResults', defaultMax)) };
}

/** One page of a list with the fields that every page of Jira has. */
export function pageOf<T>(
  all: readonly T[],
  { startAt, maxResults }: { startAt: number; maxResults: number },
) {
  return { maxResults, startAt, total: all.length, values: all.slice(startAt, startAt + maxResults) };
}

/** The same, and whether it is the last page: a `PageBean` of the description. */
export function pageBeanOf<T>(all: readonly T[], params: { startAt: number; maxResults: number }) {
  const page = pageOf(all, params);
  return { ...page, isLast: page.startAt + page.values.length >= page.total };
}
