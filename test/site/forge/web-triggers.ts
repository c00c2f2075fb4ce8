import { z } from 'zod';
import type { Randomness } from '../random';
import { answerGraphql, graphqlData, graphqlError } from './answers';
import { InvocationRateLimit } from './invocation-rate';
import type { AppManifest, WebTrigger } from './manifest';

const MAX_BYTES = 5 * 1024 * 1024;

const createVariables = z.object({
  input: z.object({ triggerKey: z.string() }),
  forceCreate: z.boolean().nullish(),
});
const deleteVariables = z.object({ id: z.string() });

const responseSchema = z.object({
  statusCode: z.int().min(200).max(599),
  statusText: z.string().optional(),
  // The official examples have `headers: []` too.
  headers: z.union([z.record(z.string(), z.array(z.string())), z.tuple([])]).optional(),
  body: z.string().optional(),
});
const staticResponse = z.object({ outputKey: z.string() });

export interface WebTriggerUrl {
  id: string;
  key: string;
}

export interface WebTriggerOptions {
  manifest: () => AppManifest;
  random: Randomness;
  /** Where the site is reached, without a slash at the end. */
  baseUrl: string;
  changed: () => void;
  run: (trigger: WebTrigger, request: object) => Promise<unknown>;
}

/**
 * The public URLs of the app's web triggers.
 * @see https://developer.atlassian.com/platform/forge/runtime-reference/web-trigger/
 */
export class WebTriggers {
  private urls: WebTriggerUrl[] = [];

  private readonly options: WebTriggerOptions;

  constructor(options: WebTriggerOptions) {
    this.options = options;
  }

  /** Answers the GraphQL of `webTrigger` in `@forge/api`. */
  handle(request: Request): Promise<Response> {
    return answerGraphql(request, (query, variables) => {
      if (query.includes('createWebTriggerUrl')) return this.create(createVariables.parse(variables));
      if (query.includes('deleteWebTriggerUrl')) return this.delete(deleteVariables.parse(variables).id);
      if (query.includes('webTriggerUrlsByAppContext')) return this.list();
      return graphqlError('This site does not know the operation.');
    });
  }

  /** Key → URL, of the triggers that have one. */
  state(): Record<string, string> {
    return Object.fromEntries(this.urls.map((url) => [url.key, this.address(url)]));
  }

  snapshot(): WebTriggerUrl[] {
    return [...this.urls];
  }

  restore(urls: WebTriggerUrl[]): void {
    this.urls = [...urls];
  }

  /** Whether the request is to one of these URLs. */
  owns(request: Request): boolean {
    return this.keyOf(request) !== undefined;
  }

  /**
   * Serves `/webtrigger/<public or x1>/<id>…`.
   * @param rawHeaders names and values in turn, the names as they were sent; without them, those of `request`
   */
  async serve(request: Request, rawHeaders?: string[]): Promise<Response> {
    const url = new URL(request.url);
    const [, , , , ...rest] = url.pathname.split('/');
    const key = this.keyOf(request);
    const trigger = this.options.manifest().webTriggers.find((each) => each.key === key);
    if (!trigger) return Response.json({ code: 404, message: 'Not found' }, { status: 404 });
    const body = await request.text();
    if (Buffer.byteLength(body) > MAX_BYTES)
      return Response.json({ code: 413, message: 'Request too large' }, { status: 413 });
    try {
      const result = await this.options.run(trigger, {
        method: request.method,
        headers: headersOf(rawHeaders ?? [...request.headers].flat()),
        body,
        path: url.pathname.replace(/^\/webtrigger/, ''),
        userPath: rest.length > 0 ? `/${rest.join('/')}` : '',
        queryParameters: multimap([...url.searchParams]),
      });
      return toResponse(trigger, result);
    } catch (error) {
      if (error instanceof InvocationRateLimit)
        return Response.json({ code: 429, message: error.message }, { status: 429 });
      // Observed in the cloud: a function that throws or times out is a failed dependency to the caller.
      return Response.json({ code: 424, message: 'The function failed' }, { status: 424 });
    }
  }

  /** Key → URL, of every trigger of the manifest, whether or not the app has ever asked for it. */
  all(): Record<string, string> {
    const { webTriggers } = this.options.manifest();
    return Object.fromEntries(webTriggers.map(({ key }) => [key, this.address(this.urlOf(key))]));
  }

  private create({ input, forceCreate }: z.output<typeof createVariables>): Response {
    const trigger = this.options.manifest().webTriggers.find((each) => each.key === input.triggerKey);
    if (!trigger) return graphqlError(`There is no web trigger ${input.triggerKey}`);
    const url = this.urlOf(trigger.key, forceCreate ?? false);
    return graphqlData({ createWebTriggerUrl: { url: this.address(url) } });
  }

  /** The URL that the trigger has, or a new one. */
  private urlOf(key: string, isNew = false): WebTriggerUrl {
    const known = this.urls.find((each) => each.key === key);
    if (known && !isNew) return known;
    const url = { key, id: this.options.random.bytes(24).toString('base64url') };
    this.urls.push(url);
    this.options.changed();
    return url;
  }

  private keyOf(request: Request): string | undefined {
    const id = new URL(request.url).pathname.split('/')[3];
    return this.urls.find((each) => each.id === id)?.key;
  }

  private list(): Response {
    const all = this.urls.map((url) => ({ triggerKey: url.key, url: this.address(url) }));
    return graphqlData({ webTriggerUrlsByAppContext: all });
  }

  private delete(id: string): Response {
    const left = this.urls.filter((each) => each.id !== id);
    const success = left.length < this.urls.length;
    this.urls = left;
    this.options.changed();
    return graphqlData({
      deleteWebTriggerUrl: { success, message: success ? null : 'No such web trigger URL' },
    });
  }

  /** `deleteUrl` of `@forge/api` finds the id after `/x1/` or `/public/`. */
  private address({ key, id }: WebTriggerUrl): string {
    const trigger = this.options.manifest().webTriggers.find((each) => each.key === key);
    return `${this.options.baseUrl}/webtrigger/${trigger?.urlFormat === 'v2' ? 'public' : 'x1'}/${id}`;
  }
}

function toResponse(trigger: WebTrigger, result: unknown): Response {
  if (trigger.outputs) return toStaticResponse(trigger.outputs, result);
  const parsed = responseSchema.safeParse(result);
  if (!parsed.success) return incompatible();
  const { statusCode, statusText = '', headers = {}, body = '' } = parsed.data;
  if (Buffer.byteLength(body) > MAX_BYTES)
    return Response.json({ code: 500, message: 'Response too large' }, { status: 500 });
  const pairs = Object.entries(headers).flatMap(([name, values]) =>
    values.map((value): [string, string] => [name, value]),
  );
  return new Response(bodyFor(statusCode, body), { status: statusCode, statusText, headers: pairs });
}

function toStaticResponse(outputs: NonNullable<WebTrigger['outputs']>, result: unknown): Response {
  const wanted = staticResponse.safeParse(result).data?.outputKey;
  const output = outputs.find((each) => each.key === wanted);
  if (!output) return incompatible();
  const { statusCode, contentType = 'text/plain', body = '' } = output;
  return new Response(bodyFor(statusCode, body), {
    status: statusCode,
    headers: { 'content-type': contentType },
  });
}

/** Some statuses have no body. */
function bodyFor(statusCode: number, body: string): string | null {
  return [204, 205, 304].includes(statusCode) ? null : body;
}

function incompatible(): Response {
  return Response.json(
    { code: 500, message: 'The function returned no web trigger response' },
    { status: 500 },
  );
}

function headersOf(raw: string[]): Record<string, string[]> {
  return multimap(
    raw.flatMap((name, i) => (i % 2 === 0 ? [[name, raw[i + 1] ?? ''] as [string, string]] : [])),
  );
}

function multimap(pairs: [string, string][]): Record<string, string[]> {
  const all: Record<string, string[]> = {};
  for (const [name, value] of pairs) (all[name] ??= []).push(value);
  return all;
}
