import { Clock } from '../../clock';
import type { AppField } from '../../forge/jira-port';
import type { Actor } from '../../jira/actor';
import { createJira, type Jira, type JiraRest } from '../../jira/jira';
import { trueRandomness } from '../../random';
import { described } from './described';

const ALL_SCOPES = ['read:jira-work', 'write:jira-work', 'read:jira-user', 'read:servicedesk-request'];

export interface Answer {
  status: number;
  body: unknown;
}

type Call = (path: string, body?: unknown) => Promise<Answer>;

interface Caller {
  get: Call;
  post: Call;
  put: Call;
  delete: Call;
}

/** The app of `asApp`. */
const APP_ID = 'ari:cloud:ecosystem::app/1';

/** A field of this app. */
export function appField(moduleKey: string, name: string, type: AppField['type']): AppField {
  const custom = `ari:cloud:ecosystem::extension/1/2/static/${moduleKey}`;
  return { appId: APP_ID, moduleKey, key: `1__DEVELOPMENT__${moduleKey}`, name, type, custom };
}

/** A Jira with its seed, whose count of changes can be read, and whose answers are checked against the description. */
export function newJira(
  fields: readonly AppField[] = [],
  clock = new Clock(),
): {
  jira: Jira;
  /** For what Jira takes although its description does not say so. */
  undescribed: JiraRest;
  clock: Clock;
  changes: () => number;
} {
  let changes = 0;
  const jira = createJira({
    clock,
    random: trueRandomness,
    changed: () => (changes += 1),
    appFields: () => fields,
    baseUrl: 'http://site.test',
  });
  return {
    jira: { ...jira, rest: described(jira.rest) },
    undescribed: jira.rest,
    clock,
    changes: () => changes,
  };
}

/** Calls the REST API as a user, with the scopes of an app or, without any, as HTTP Basic does. */
export function asUser(jira: Jira, user: string, scopes?: string[]): Caller {
  return callsBy(jira, { kind: 'user', user, ...(scopes && { scopes }) });
}

export function asApp(jira: Jira, scopes = ALL_SCOPES): Caller {
  return callsBy(jira, { kind: 'app', appId: APP_ID, name: 'Some App', scopes });
}

export function paragraph(text: string) {
  return { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
}

/** The body of a request for an internal note. */
export function note(text: string) {
  return { body: paragraph(text), properties: [{ key: 'sd.public.comment', value: { internal: true } }] };
}

/** The id in an answer. */
export function idOf({ body }: Answer): string {
  return (body as { id: string }).id;
}

function callsBy(jira: Jira, actor: Actor): Caller {
  const call =
    (method: string): Call =>
    async (path, body) => {
      const request = new Request(
        `http://site.test${path.startsWith('/rest/') ? path : `/rest/api/3${path}`}`,
        {
          method,
          ...(body !== undefined && {
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(body),
          }),
        },
      );
      const response = await jira.rest.fetch(request, { actor });
      const text = await response.text();
      return { status: response.status, body: text ? (JSON.parse(text) as unknown) : undefined };
    };
  return { get: call('GET'), post: call('POST'), put: call('PUT'), delete: call('DELETE') };
}
