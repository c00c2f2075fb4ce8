import type { Clock } from '../clock';
import type { SiteUser } from './jira-port';
import { FixedWindow } from './fixed-window';

/**
 * The number for an installation is unconfirmed: only that for a user was found on the page.
 * @see https://developer.atlassian.com/platform/forge/platform-quotas-and-limits/
 */
const MOST_PER_MINUTE = { installation: 5000, user: 1200 };
const MINUTE_MS = 60_000;

/** The function was not called: there were too many calls within a minute. */
export class InvocationRateLimit extends Error {
  override readonly name = 'InvocationRateLimit';
}

/** How often the app's functions are called, for each user and altogether. */
export class InvocationRate {
  private readonly byUser = new Map<string, FixedWindow>();
  private readonly all: FixedWindow;
  private readonly clock: Clock;

  constructor(clock: Clock) {
    this.clock = clock;
    this.all = new FixedWindow(clock, MOST_PER_MINUTE.installation, MINUTE_MS);
  }

  /** @throws InvocationRateLimit above the limit; its words are this site's */
  count(user: SiteUser | undefined): void {
    if (user && !this.ofUser(user.accountId).take())
      throw new InvocationRateLimit(`The user has made ${MOST_PER_MINUTE.user} invocations within a minute`);
    if (!this.all.take())
      throw new InvocationRateLimit(
        `The app has had ${MOST_PER_MINUTE.installation} invocations within a minute`,
      );
  }

  clear(): void {
    this.byUser.clear();
    this.all.clear();
  }

  private ofUser(accountId: string): FixedWindow {
    const known = this.byUser.get(accountId) ?? new FixedWindow(this.clock, MOST_PER_MINUTE.user, MINUTE_MS);
    this.byUser.set(accountId, known);
    return known;
  }
}
