import { z } from 'zod';
import type { Cancel, Clock } from '../clock';
import { uuidOf } from '../random';
import type { Randomness } from '../random';
import { answerGraphql, graphqlData, graphqlError } from './answers';
import type { Invocation } from './invocation';
import { RateLimit } from './rate-limit';
import { readToken, signToken, TokenRefusal } from './realtime-token';
import type { ForgeSwitches } from './switches';

/** For each installation. @see https://developer.atlassian.com/platform/forge/platform-quotas-and-limits/ */
const MAX_OPERATIONS_PER_SECOND = 50;

const publishVariables = z.object({
  name: z.string().min(1),
  payload: z.string(),
  context: z.string().nullish(),
  isGlobal: z.boolean().default(false),
  token: z.string().nullish(),
});
const signVariables = z.object({
  channelName: z.string().min(1),
  claims: z.unknown().optional(),
  permissions: z.array(z.enum(['subscribe', 'publish'])).nullish(),
});
const overrides = z.object({ contextOverrides: z.array(z.string()).optional() });

export const channelOptions = z
  .looseObject({ token: z.string().optional(), contextOverrides: z.array(z.string()).optional() })
  .default({});

/** Who publishes or listens: the place on the site that an app's frame, or a resolver called from it, belongs to. */
export interface RealtimeContext {
  moduleKey: string;
  extension?: Record<string, unknown>;
}

export interface ChannelRequest {
  channelName: string;
  isGlobal: boolean;
  options: z.output<typeof channelOptions>;
  context: RealtimeContext;
}

/** What is said of a publish; `null` where nobody heard it. */
type RealtimeEvent = Record<'eventId' | 'eventTimestamp', string | null>;

interface Subscription {
  channel: string;
  endsAt: number;
  deliver: (payload: unknown) => void;
}

export interface RealtimeOptions {
  clock: Clock;
  random: Randomness;
  switches: Pick<ForgeSwitches, 'realtimeSigningWithoutUser'>;
}

/**
 * Realtime channels. A channel is its name, its context unless it is global, and the claims of the token it is used
 * with: who subscribes with a token hears only what is published with a token of the same claims.
 * @see https://developer.atlassian.com/platform/forge/realtime/
 */
export class Realtime {
  private readonly secret: string;
  private readonly rate: RateLimit;
  private readonly subscriptions = new Set<Subscription>();

  private readonly options: RealtimeOptions;

  constructor(options: RealtimeOptions) {
    this.options = options;
    this.secret = options.random.bytes(32).toString('hex');
    this.rate = new RateLimit(options.clock, MAX_OPERATIONS_PER_SECOND, 1000);
  }

  /** As if nothing had been done yet. Tokens stay valid, and who listens goes on. */
  clear(): void {
    this.rate.clear();
  }

  /** Answers the GraphQL of `@forge/realtime`. */
  async handle(request: Request, invocation: Invocation): Promise<Response> {
    if (!this.take()) return new Response(null, { status: 429, statusText: 'Too Many Requests' });
    return answerGraphql(request, (query, variables) =>
      query.includes('signRealtimeToken')
        ? this.sign(variables, invocation)
        : this.publishFor(variables, invocation),
    );
  }

  /** Whether one more operation may be made now. */
  take(): boolean {
    return this.rate.take();
  }

  /**
   * Tells all that listen. Where nobody listens there is no event.
   * @throws TokenRefusal
   * @see https://developer.atlassian.com/platform/forge/runtime-reference/realtime-events-api/
   */
  publish(request: ChannelRequest, payload: unknown): RealtimeEvent {
    const now = this.options.clock.now();
    const channel = this.channel(request, 'publish');
    const listening = [...this.subscriptions].filter(
      (each) => each.channel === channel.id && now < each.endsAt,
    );
    for (const each of listening) each.deliver(payload);
    return listening.length === 0
      ? { eventId: null, eventTimestamp: null }
      : { eventId: uuidOf(this.options.random), eventTimestamp: new Date(now).toISOString() };
  }

  /**
   * Listens until the token ends, if there is one; nothing tells that it has ended.
   * @throws TokenRefusal
   */
  subscribe(request: ChannelRequest, deliver: (payload: unknown) => void): Cancel {
    const channel = this.channel(request, 'subscribe');
    const subscription = { channel: channel.id, endsAt: channel.endsAt, deliver };
    this.subscriptions.add(subscription);
    return () => this.subscriptions.delete(subscription);
  }

  private publishFor(variables: unknown, invocation: Invocation): Response {
    const { name, payload, context, isGlobal, token } = publishVariables.parse(variables);
    if (!isGlobal && !invocation.user)
      return graphqlError('Publishing to a channel of a context needs a user in that context.');
    const options = { ...overrides.parse(JSON.parse(context ?? '{}')), ...(token && { token }) };
    const channel = { channelName: name, isGlobal, options, context: invocation };
    try {
      const event = this.publish(channel, JSON.parse(payload));
      return graphqlData({ ecosystem: { publishRealtimeChannel: event } });
    } catch (error) {
      if (!(error instanceof TokenRefusal)) throw error;
      return graphqlError(error.message);
    }
  }

  private sign(variables: unknown, invocation: Invocation): Response {
    if (!invocation.user && !this.options.switches.realtimeSigningWithoutUser)
      return graphqlError('Signing a realtime token needs a user.');
    const { channelName, claims, permissions } = signVariables.parse(variables);
    const forgeRealtimeToken = signToken(this.secret, this.options.clock.now(), {
      channel: { name: channelName },
      claims,
      ...(permissions && { permissions }),
    });
    return graphqlData({
      ecosystem: { signRealtimeToken: { success: true, errors: [], forgeRealtimeToken } },
    });
  }

  private channel(
    { channelName, isGlobal, options, context }: ChannelRequest,
    permission: 'subscribe' | 'publish',
  ): { id: string; endsAt: number } {
    const place = isGlobal ? 'global' : placeOf(context, options.contextOverrides);
    if (options.token === undefined) return { id: canonical([channelName, place]), endsAt: Infinity };
    const token = readToken(this.secret, this.options.clock.now(), options.token, {
      channelName,
      permission,
    });
    return { id: canonical([channelName, place, { claims: token.claims }]), endsAt: token.exp * 1000 };
  }
}

/** Without overrides a channel belongs to the module in its place; with them, to the named parts of the place alone. */
function placeOf(
  { moduleKey, extension = {} }: RealtimeContext,
  contextOverrides: string[] | undefined,
): unknown {
  return contextOverrides
    ? contextOverrides.toSorted().map((name) => [name, extension[name]])
    : [moduleKey, extension];
}

/** JSON whose objects have their keys in order, so that equal values are equal texts. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
