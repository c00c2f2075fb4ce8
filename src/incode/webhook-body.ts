import type { SessionEvent, SessionEventType, ReportedValue } from '../verification/session/session-event';

/**
 * What a webhook's body says. `other`: nothing that we follow; with the event's name, as far as that is harmless.
 * Incode may add new events, and its other integrations have sessions whose ids are of another form than ours.
 */
export type WebhookBody =
  { kind: 'session-event'; event: SessionEvent } | { kind: 'other'; name: string } | UnreadableBody;

/** A body that lacks what is needed; with the names of its fields, never their values. */
export interface UnreadableBody {
  kind: 'unreadable';
  reason: 'not-json' | 'no-event' | 'no-session';
  keys: string[];
}

/** In the form in which names and values are compared. */
const sessionEvents: ReadonlyMap<string, SessionEventType> = new Map([
  ['sessionstarted', 'started'],
  ['sessionprogress', 'progress'],
  ['sessionsucceeded', 'succeeded'],
  ['sessionfailed', 'failed'],
  ['sessionpendingreview', 'pending-review'],
]);

/** The form of our own sessions' ids. */
const OUR_ID = /^[A-Za-z0-9_-]{1,128}$/;
const LONGEST_TEXT = 1000;

type JsonObject = Record<string, unknown>;

/**
 * Reads a webhook's body tolerantly, since little is known about its shape: aliases, one level of nesting,
 * anything else beside. Of an event's names the first one that is present decides; nothing is ever read from
 * `onboardingStatus` or `status`, which say something else. `at` is when it reached us.
 */
export function readWebhookBody(text: string, at: number): WebhookBody {
  const places = parsePlaces(text);
  const name = reportedValue(places, ['eventtype', 'event', 'type']);
  if (name.kind !== 'text') return unreadable('no-event', places);
  const type = sessionEvents.get(comparable(name.text));
  if (!type) return { kind: 'other', name: harmless(name.text) };
  const interviewId = reportedValue(places, ['interviewid', 'sessionid'], true);
  if (interviewId.kind === 'absent') return unreadable('no-session', places);
  if (interviewId.kind !== 'text' || !OUR_ID.test(interviewId.text)) {
    return { kind: 'other', name: harmless(name.text) };
  }
  const loginHint = reportedValue(places, ['loginhint'], true);
  const identityId = reportedValue(places, ['identityid'], true);
  return { kind: 'session-event', event: { interviewId: interviewId.text, type, at, loginHint, identityId } };
}

/** Names and values are the same without regard to case, spaces, `-` and `_`. */
function comparable(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, '');
}

const EVENT_NAME = /^[A-Za-z][A-Za-z _-]{0,39}$/;

function harmless(name: string): string {
  return EVENT_NAME.test(name) ? name : '…';
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
  return [body, ...valuesOf([body], 'data'), ...valuesOf([body], 'session')].filter(isObject);
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands under a name, the outer place first. */
function valuesOf(places: JsonObject[], name: string): unknown[] {
  return places.flatMap((place) =>
    Object.entries(place)
      .filter(([key]) => comparable(key) === name)
      .map(([, value]) => value),
  );
}

/** What stands under the first of these names that is present. Ids may be whole numbers, too. */
function reportedValue(places: JsonObject[], names: string[], canBeNumber = false): ReportedValue {
  const values = names.flatMap((name) => valuesOf(places, name));
  const value = values.find((each) => each !== null && each !== '');
  if (value === undefined) return { kind: 'absent' };
  if (canBeNumber && typeof value === 'number' && Number.isSafeInteger(value)) {
    return { kind: 'text', text: String(value) };
  }
  const isReadable = typeof value === 'string' && value.length <= LONGEST_TEXT;
  return isReadable ? { kind: 'text', text: value } : { kind: 'unreadable' };
}
