/** Why a webhook was refused; of a body only the names of its keys. */
export interface WebhookRefusal {
  /** Epoch milliseconds. */
  at: number;
  reason: 'no-secret' | 'wrong-secret' | 'not-a-post' | 'not-json' | 'no-event' | 'no-session';
  keys?: string[];
}

/** What came in by the webhook. */
export interface WebhookActivity {
  /**
   * By kind of event, those that we do not follow as `other:` with their name; counts miss some where several arrive
   * within a second.
   */
  events: Partial<Record<string, { lastAt: number; count: number }>>;
  /** A sample, newest first. */
  refusals: WebhookRefusal[];
}

/** Remembers what came in. `arrived` and `refused` are best effort: they never throw. */
export interface WebhookJournal {
  /** Throws `storage-unavailable`. */
  load(): Promise<WebhookActivity>;
  arrived(event: string, at: number): Promise<void>;
  refused(refusal: WebhookRefusal): Promise<void>;
}

export const nothingArrived: WebhookActivity = { events: {}, refusals: [] };

/** Of the events of a kind within such a time, one may be all that is written down. */
export const ARRIVAL_PAUSE_MS = 1000;

/** Of the refusals within such a time, one is written down. */
export const REFUSAL_PAUSE_MS = 60_000;
const REFUSALS_KEPT = 20;

/** More names than these are counted together. */
const MOST_NAMES = 30;

export function withEvent(
  { events, ...activity }: WebhookActivity,
  name: string,
  at: number,
): WebhookActivity {
  const isRoom = Object.hasOwn(events, name) || Object.keys(events).length < MOST_NAMES;
  const event = isRoom ? name : 'other:…';
  const count = (events[event]?.count ?? 0) + 1;
  return { ...activity, events: { ...events, [event]: { lastAt: at, count } } };
}

/** The activity with a refusal; the very same where one was written down within the last minute. */
export function withRefusal(activity: WebhookActivity, refusal: WebhookRefusal): WebhookActivity {
  const last = activity.refusals[0];
  if (last && refusal.at - last.at < REFUSAL_PAUSE_MS) return activity;
  return { ...activity, refusals: [refusal, ...activity.refusals].slice(0, REFUSALS_KEPT) };
}
