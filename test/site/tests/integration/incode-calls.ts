import { Clock } from '../../clock';
import { createIncode, type Incode } from '../../incode/incode';
import type { DashboardView } from '../../incode/views';
import { trueRandomness } from '../../random';

export type Environment = 'demo' | 'production';

export interface Answer {
  status: number;
  body: Record<string, unknown>;
}

/** A webhook that arrived, and when by the site's clock. */
export interface Arrival {
  at: number;
  url: string;
  headers: Record<string, string>;
  body: Record<string, unknown>;
}

interface Setup {
  incode: Incode;
  clock: Clock;
  arrivals: Arrival[];
  changes: () => number;
}

const clocks: Clock[] = [];

/** An Incode with its seed, whose webhooks arrive in a list and are answered by `answer`. */
export function newIncode(
  answer: (init: RequestInit) => Promise<Response> | Response = () => Response.json({}),
): Setup {
  const clock = new Clock();
  clocks.push(clock);
  const arrivals: Arrival[] = [];
  let changes = 0;
  const incode = createIncode({
    clock,
    random: trueRandomness,
    changed: () => (changes += 1),
    baseUrl: 'http://site.test',
    post: (url, init) => {
      arrivals.push({
        at: clock.now(),
        url,
        headers: Object.fromEntries(new Headers(init.headers)),
        body: JSON.parse(init.body as string) as Record<string, unknown>,
      });
      return Promise.resolve(answer(init));
    },
  });
  return { incode, clock, arrivals, changes: () => changes };
}

/** Calls the control API behind Incode's pages. */
export async function door(incode: Incode, method: string, path: string, body?: unknown): Promise<Answer> {
  const request = new Request(`http://site.test${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return answerOf(await incode.pages.fetch(request));
}

export async function dashboard(incode: Incode): Promise<DashboardView> {
  return (await door(incode, 'GET', '/incode/dashboard/data')).body as unknown as DashboardView;
}

export async function newSecret(incode: Incode, environment: Environment = 'demo'): Promise<string> {
  const path = `/incode/dashboard/integrations/${environment}/client-secret`;
  return (await door(incode, 'POST', path)).body['clientSecret'] as string;
}

/** Asks an OAuth server for a token; `form` changes what a good request holds. */
export async function askToken(
  incode: Incode,
  secret: string,
  form: Record<string, string> = {},
  host = 'auth.demo.incode.com',
): Promise<Answer> {
  const { integrations } = await dashboard(incode);
  const { clientId } = integrations[host === 'auth.incode.com' ? 'production' : 'demo'];
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: secret,
    scope: 'openid',
    ...form,
  });
  return answerOf(
    await incode.api.fetch(new Request(`https://${host}/oauth2/token`, { method: 'POST', body })),
  );
}

/** A client of the demo API with a fresh token: its `request` changes what a good request holds. */
export async function newClient(incode: Incode) {
  const { body } = await askToken(incode, await newSecret(incode));
  const { apiHost, apiKey, integrationReference } = (await dashboard(incode)).integrations.demo;
  const headers = {
    authorization: `Bearer ${String(body['access_token'])}`,
    'x-api-key': apiKey,
    'api-version': '1.0',
    'content-type': 'application/json',
  };
  return {
    async request(body: object = {}, changedHeaders: Record<string, string> = {}, host = apiHost) {
      const request = new Request(`https://${host}/omni/b2b/onboarding/request-new`, {
        method: 'POST',
        headers: { ...headers, ...changedHeaders },
        body: JSON.stringify({
          integrationReference,
          loginHint: 'ada.lovelace@example.com',
          linkValidityInMinutes: 10,
          notification: { type: 'SMS', phone: '+14155550123' },
          ...body,
        }),
      });
      return answerOf(await incode.api.fetch(request));
    },
  };
}

/** Starts a session; answers with its id and the path of its link. */
export async function newSession(incode: Incode, body: object = {}) {
  const answer = await (await newClient(incode)).request(body);
  return {
    interviewId: String(answer.body['interviewId']),
    link: new URL(String(answer.body['url'])).pathname,
  };
}

export async function registerWebhooks(incode: Incode, change: object = {}): Promise<Answer> {
  return door(incode, 'PUT', '/incode/dashboard/webhooks', {
    events: ['SESSION_STARTED', 'SESSION_SUCCEEDED', 'SESSION_FAILED', 'SESSION_PENDING_REVIEW'],
    url: 'https://hooks.test/incode',
    headers: { 'X-Secret': 's3cret' },
    ...change,
  });
}

/**
 * For the tests of the file that calls it: real time stands still, so that the site's clock moves only when told,
 * and nothing keeps waiting on it afterwards.
 */
export function stopTime(): void {
  beforeEach(() => {
    jest.useFakeTimers({
      doNotFake: [
        'clearImmediate',
        'clearTimeout',
        'nextTick',
        'queueMicrotask',
        'setImmediate',
        'setTimeout',
      ],
    });
  });
  afterEach(() => {
    jest.useRealTimers();
    for (const clock of clocks.splice(0)) clock.reset();
  });
}

/** Lets what was set going come to its end. */
export function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  return { status: response.status, body: (text ? JSON.parse(text) : {}) as Record<string, unknown> };
}
