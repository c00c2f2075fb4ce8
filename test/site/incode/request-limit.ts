import type { Clock } from '../clock';
import { ApiError } from './api-error';
import type { Environment } from './model';
import type { IncodeSwitches } from './switches';

const MINUTE = 60_000;

/** Refuses requests above the number that is allowed in a minute. That the answer is a bare 429 is unconfirmed. */
export class RequestLimit {
  private readonly clock: Clock;
  private readonly switches: Pick<IncodeSwitches, 'requestsPerMinute'>;
  private requests: { at: number; environment: Environment }[] = [];

  constructor(clock: Clock, switches: Pick<IncodeSwitches, 'requestsPerMinute'>) {
    this.clock = clock;
    this.switches = switches;
  }

  /** @throws ApiError 429 */
  count(environment: Environment): void {
    const now = this.clock.now();
    this.requests = this.requests.filter(({ at }) => at > now - MINUTE && at <= now);
    const made = this.requests.filter((request) => request.environment === environment).length;
    const { requestsPerMinute } = this.switches;
    if (requestsPerMinute !== null && made >= requestsPerMinute) {
      throw new ApiError(429, 'Too many requests');
    }
    this.requests.push({ at: now, environment });
  }
}
