import { z } from 'zod';
import type { Clock } from '../clock';
import type { Post } from './deliveries';
import type { WebhookOAuth } from './model';

const ANSWER = z.object({ access_token: z.string().min(1), expires_in: z.number() });

/**
 * The access tokens with which Incode signs in at a customer's webhook. It asks for them at an address of the
 * customer's, by `client_credentials` with HTTP Basic. How long it keeps a token is unconfirmed; here, until it ends.
 */
export class WebhookTokens {
  private readonly clock: Clock;
  private readonly post: Post;
  private readonly tokens = new Map<string, { value: string; endsAt: number }>();

  constructor(clock: Clock, post: Post) {
    this.clock = clock;
    this.post = post;
  }

  /** @throws Error saying what was wrong with the customer's answer */
  async tokenFor(oauth: WebhookOAuth, signal: AbortSignal): Promise<string> {
    const key = JSON.stringify(oauth);
    const known = this.tokens.get(key);
    if (known && known.endsAt > this.clock.now()) return known.value;
    const credentials = Buffer.from(`${oauth.clientId}:${oauth.clientSecret}`).toString('base64');
    const response = await this.post(oauth.tokenUrl, {
      method: 'POST',
      headers: {
        authorization: `Basic ${credentials}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'grant_type=client_credentials',
      signal,
    });
    if (response.status !== 200)
      throw new Error(`The token's address answered by ${String(response.status)}`);
    const answer = ANSWER.safeParse(await response.json().catch(() => undefined));
    if (!answer.success) throw new Error("The token's address did not answer with a token");
    const { access_token: value, expires_in: lifetime } = answer.data;
    this.tokens.set(key, { value, endsAt: this.clock.now() + lifetime * 1000 });
    return value;
  }

  forget(): void {
    this.tokens.clear();
  }
}
