import type { Desk } from './desk';
import type { SeededRandomness } from 'local-site/random';

export type Verdict = 'SESSION_SUCCEEDED' | 'SESSION_FAILED' | 'SESSION_PENDING_REVIEW';

/** A verification that is under way, and what Incode will say of it. */
export interface InFlight {
  issue: string;
  email: string;
  session: string;
  verdict: Verdict;
}

export interface Webhook {
  event: string;
  about: InFlight;
}

/** How a webhook was delivered; times are milliseconds since it was first sent. */
export interface Delivered {
  statuses: number[];
  /** How long the attempt took that was acknowledged. */
  acknowledgedMs: number;
  /** When the app had it for certain; `undefined` where Incode gave up. */
  acceptedAfterMs: number | undefined;
}

/** Incode's pauses before it tries again. */
const RETRIES_MS = [30_000, 75_000, 187_500, 468_750, 1_171_875];
/** One webhook in five comes twice. */
const DUPLICATES = 0.2;

/**
 * As many webhooks, in no order: of each session its verdict, that it was opened, that it went on, and of all of
 * these some twice.
 */
export function webhooksOf(inFlight: InFlight[], count: number, random: SeededRandomness): Webhook[] {
  const each = Math.round((count * (1 - DUPLICATES)) / inFlight.length);
  const distinct = inFlight.flatMap((about) => [
    { event: about.verdict, about },
    { event: 'SESSION_STARTED', about },
    ...Array.from({ length: each - 2 }, () => ({ event: 'SESSION_PROGRESS', about })),
  ]);
  const again = Array.from({ length: count - distinct.length }, () => oneOf(distinct, random));
  return shuffled([...distinct, ...again], random);
}

/** Sends a webhook after `delayMs`, as often as Incode does until it is acknowledged. */
export async function deliver(desk: Desk, { event, about }: Webhook, delayMs: number): Promise<Delivered> {
  const { clock } = desk.site;
  const statuses: number[] = [];
  const body = { loginHint: about.email, identityId: `identity-of-${about.session}` };
  await clock.sleep(delayMs);
  const firstAt = clock.now();
  for (const pauseMs of [0, ...RETRIES_MS]) {
    if (pauseMs > 0) await clock.sleep(pauseMs);
    const sentAt = clock.now();
    const { status } = await desk.webhook(event, about.session, body);
    statuses.push(status);
    const now = clock.now();
    if (status === 200) return { statuses, acknowledgedMs: now - sentAt, acceptedAfterMs: now - firstAt };
  }
  return { statuses, acknowledgedMs: NaN, acceptedAfterMs: undefined };
}

function oneOf<T>(list: T[], random: SeededRandomness): T {
  const found = list[Math.floor(random.fraction() * list.length)];
  if (found === undefined) throw new Error('There is nothing to choose from.');
  return found;
}

function shuffled<T>(list: T[], random: SeededRandomness): T[] {
  return list
    .map((item) => ({ item, order: random.fraction() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
}
