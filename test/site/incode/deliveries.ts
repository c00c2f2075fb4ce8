import { untilAborted } from '../abort';
import type { Cancel, Clock } from '../clock';
import { uuidOf } from '../random';
import type { Randomness } from '../random';
import type { Attempt, Delivery, IncodeData, Webhook, WebhookEvent } from './model';
import type { IncodeSwitches } from './switches';
import { WebhookTokens } from './webhook-tokens';

/** Sends a webhook; may reject, and may be aborted. */
export type Post = (url: string, init: RequestInit) => Promise<Response>;

/** Five more attempts: after 30 s, then after 2.5 times as long each. */
const RETRY_DELAYS_MS = [30_000, 75_000, 187_500, 468_750, 1_171_875];

/** Unconfirmed: Incode says that a timeout counts as a failure, but not how long it waits. */
const ATTEMPT_LIMIT_MS = 10_000;

/** How long a webhook waits to be overtaken. */
const REORDER_MS = 30_000;

interface Options {
  clock: Clock;
  random: Randomness;
  post: Post;
  changed: () => void;
  data: () => IncodeData;
  switches: IncodeSwitches;
}

/** Delivers webhooks as Incode does: each is retried until it is accepted or given up, at the event's present address. */
export class Deliveries {
  private readonly options: Options;
  private readonly waiting = new Map<string, Cancel>();
  private readonly tokens: WebhookTokens;
  /** The delivery that the next one overtakes. */
  private held: Delivery | undefined;

  constructor(options: Options) {
    this.options = options;
    this.tokens = new WebhookTokens(options.clock, options.post);
  }

  /** Starts to deliver an event, if a webhook is registered for it. */
  send(event: WebhookEvent, interviewId: string, body: Record<string, unknown>): void {
    const { data, random, switches } = this.options;
    const webhook = data().webhooks.find((each) => each.event === event);
    if (!webhook) return;
    const copies = switches.doubleDeliveries ? 2 : 1;
    for (let copy = 0; copy < copies; copy++) {
      const delivery: Delivery = {
        id: uuidOf(random),
        event,
        interviewId,
        url: webhook.url,
        body,
        attempts: [],
        state: switches.dropDeliveries ? 'dropped' : 'retrying',
      };
      data().deliveries.push(delivery);
      if (!switches.dropDeliveries) this.begin(delivery);
    }
  }

  /** Goes on with the deliveries that the data lists as pending, and drops all others. */
  resume(): void {
    for (const cancel of this.waiting.values()) cancel();
    this.waiting.clear();
    this.held = undefined;
    this.tokens.forget();
    for (const delivery of this.options.data().deliveries) {
      if (delivery.state === 'retrying') this.wait(delivery);
    }
  }

  private begin(delivery: Delivery): void {
    const { clock, switches } = this.options;
    const overtaken = this.held;
    this.held = undefined;
    const isHeld = switches.reorderDeliveries && !overtaken;
    if (isHeld) this.held = delivery;
    const delay = switches.deliveryDelay * 1000 + (isHeld ? REORDER_MS : 0);
    delivery.nextAttemptAt = clock.now() + delay;
    if (delay > 0) this.wait(delivery);
    const begun = delay > 0 ? Promise.resolve() : this.attempt(delivery);
    if (overtaken) void begun.then(() => this.letGo(overtaken, delay));
  }

  /** Sends what was held, unless it has been sent meanwhile. */
  private letGo(delivery: Delivery, delay: number): void {
    const cancel = this.waiting.get(delivery.id);
    if (!cancel) return;
    cancel();
    delivery.nextAttemptAt = this.options.clock.now() + delay;
    if (delay > 0) this.wait(delivery);
    else void this.attempt(delivery);
  }

  private wait(delivery: Delivery): void {
    const { clock } = this.options;
    const delay = (delivery.nextAttemptAt ?? clock.now()) - clock.now();
    const cancel = clock.after(delay, () => this.attempt(delivery));
    this.waiting.set(delivery.id, cancel);
  }

  private attempt(delivery: Delivery): Promise<void> {
    this.waiting.delete(delivery.id);
    const limit = new AbortController();
    const done = this.tryOnce(delivery, limit.signal);
    const end = () => {
      limit.abort(new Error('No answer within 10 s'));
      return done;
    };
    const cancel = this.options.clock.after(ATTEMPT_LIMIT_MS, end, done);
    return done.finally(cancel);
  }

  private async tryOnce(delivery: Delivery, signal: AbortSignal): Promise<void> {
    const { clock, changed, data, switches } = this.options;
    const at = clock.now();
    const webhook = data().webhooks.find((each) => each.event === delivery.event);
    const answer = webhook && (await this.post(webhook, delivery.body, signal));
    // The site may have been reset meanwhile.
    if (!data().deliveries.includes(delivery)) return;
    if (webhook && answer) {
      delivery.url = webhook.url;
      delivery.attempts.push({ at, ...answer });
    }
    delete delivery.nextAttemptAt;
    const delay = RETRY_DELAYS_MS.slice(0, switches.retries)[delivery.attempts.length - 1];
    if (answer && answer.error === undefined) {
      delivery.state = 'delivered';
    } else if (answer && delay !== undefined) {
      delivery.nextAttemptAt = clock.now() + delay;
      this.wait(delivery);
    } else {
      delivery.state = 'given up';
    }
    changed();
  }

  private async post(
    { headers, oauth, url }: Webhook,
    body: Record<string, unknown>,
    signal: AbortSignal,
  ): Promise<Omit<Attempt, 'at'>> {
    try {
      const send = async () => {
        const token = oauth && (await this.tokens.tokenFor(oauth, signal));
        return this.options.post(url, {
          method: 'POST',
          headers: {
            ...headers,
            ...(token !== undefined && { authorization: `Bearer ${token}` }),
            'content-type': 'application/json',
          },
          body: JSON.stringify(body),
          signal,
        });
      };
      return judge(await untilAborted(signal, send()));
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) };
    }
  }
}

/** Delivered is what is answered by 200 with JSON, or by 204. */
function judge(response: Response): Omit<Attempt, 'at'> {
  const { status } = response;
  const isJson = /^application\/json\b/i.test(response.headers.get('content-type') ?? '');
  void response.body?.cancel();
  if (status === 204 || (status === 200 && isJson)) return { status };
  return {
    status,
    error: status === 200 ? '200, but not as application/json' : `Answered by ${String(status)}`,
  };
}
