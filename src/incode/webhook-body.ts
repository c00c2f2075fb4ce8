import type { SessionEvent, SessionEventType } from '../verification/session-event';

/** What a webhook's body says. `other`: an event that is not about a session's course; Incode may add new ones. */
export type WebhookBody = { kind: 'session-event'; event: SessionEvent } | { kind: 'other' } | UnreadableBody;

/** A body that says too little; with the names of what is in it, never their values. */
export interface UnreadableBody {
  kind: 'unreadable';
  reason: 'not-json' | 'no-event' | 'no-session';
  keys: string[];
}

const sessionEvents: ReadonlyMap<string, SessionEventType> = new Map([
  ['SESSION_STARTED', 'started'],
  ['SESSION_PROGRESS', 'progress'],
  ['SESSION_SUCCEEDED', 'succeeded'],
  ['SESSION_FAILED', 'failed'],
  ['SESSION_PENDING_REVIEW', 'pending-review'],
]);

const ID = /^[A-Za-z0-9_-]{1,128}$/;

type JsonObject = Record<string, unknown>;

/**
 * Reads a webhook's body as tolerantly as the little that is known of it asks for: aliases, one level of nesting,
 * anything else beside. `at` is when it reached us.
 */
export function readWebhookBody(text: string, at: number): WebhookBody {
  const places = parsePlaces(text);
  const names = texts(places, ['eventType', 'event', 'type']);
  const type = names.map((name) => sessionEvents.get(name)).find((known) => known !== undefined);
  if (!type) return names.length > 0 ? { kind: 'other' } : unreadable('no-event', places);
  const interviewId = texts(places, ['interviewId', 'interview_id', 'sessionId']).find((id) => ID.test(id));
  if (!interviewId) return unreadable('no-session', places);
  const [loginHint] = texts(places, ['loginHint']);
  const identityId = texts(places, ['identityId']).find((id) => ID.test(id));
  return { kind: 'session-event', event: { interviewId, type, at, loginHint, identityId } };
}

const MOST_KEYS = 20;
const KEY_NAME = /^[A-Za-z_][A-Za-z0-9_-]{0,39}$/;

function unreadable(reason: 'no-event' | 'no-session', places: JsonObject[]): UnreadableBody {
  // What does not look like a name may be a value in the wrong place.
  const keys = places.flatMap(Object.keys).map((key) => (KEY_NAME.test(key) ? key : '…'));
  return {
    kind: 'unreadable',
    reason: places.length === 0 ? 'not-json' : reason,
    keys: [...new Set(keys)].slice(0, MOST_KEYS),
  };
}

/** The objects in which values may stand: the body, then what is under `data` and `session`. */
function parsePlaces(text: string): JsonObject[] {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return [];
  }
  if (!isObject(body)) return [];
  return [body, body['data'], body['session']].filter(isObject);
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The non-empty texts under these names, the better-known name first, the outer place first. */
function texts(places: JsonObject[], names: string[]): string[] {
  return names
    .flatMap((name) => places.filter((place) => Object.hasOwn(place, name)).map((place) => place[name]))
    .filter((value): value is string => typeof value === 'string' && value !== '' && value.length <= 1000);
}
