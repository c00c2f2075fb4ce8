import type { MiddlewareHandler } from 'hono';
import type { JiraEnv } from './actor';
import type { JiraSite } from './jira-site';

const MINUTE = 60_000;

/**
 * Refuses what an account asks above its number of requests in a minute. The headers are documented; the words in
 * the body are not.
 * @see https://developer.atlassian.com/cloud/jira/platform/rate-limiting/
 */
export function rateLimit(site: JiraSite): MiddlewareHandler<JiraEnv> {
  const windows = new Map<string, { endsAt: number; requests: number }>();
  return async (c, next) => {
    const limit = site.switches.requestsPerMinute;
    const now = site.clock.now();
    const { accountId } = c.var.caller.user;
    const last = windows.get(accountId);
    // The site's clock may have been set back since.
    const isCurrent = last && last.endsAt > now && last.endsAt <= now + MINUTE;
    const window = isCurrent ? last : { endsAt: now + MINUTE, requests: 0 };
    windows.set(accountId, window);
    window.requests += 1;
    if (limit === null || window.requests <= limit) {
      await next();
      return;
    }
    c.header('Retry-After', String(Math.ceil((window.endsAt - now) / 1000)));
    c.header('X-RateLimit-Limit', String(limit));
    c.header('X-RateLimit-Remaining', '0');
    c.header('X-RateLimit-Reset', new Date(window.endsAt).toISOString());
    return c.json({ errorMessages: ['Rate limit exceeded.'], errors: {} }, 429);
  };
}

const HALF_MINUTE = 30_000;

/** Refuses writes to one issue above its number of them; the header `RateLimit-Reason` tells why. */
export function issueWriteLimit(site: JiraSite): MiddlewareHandler<JiraEnv> {
  const writes = new Map<string, number[]>();
  return async (c, next) => {
    const limit = site.switches.writesPerIssue;
    const named = /\/issue\/([^/]+)/.exec(c.req.path)?.[1];
    const issue = named === undefined ? undefined : site.issue(named);
    if (limit === null || c.req.method === 'GET' || !issue) {
      await next();
      return;
    }
    const now = site.clock.now();
    const recent = (writes.get(issue.id) ?? []).filter((at) => at > now - HALF_MINUTE && at <= now);
    writes.set(issue.id, recent);
    if (recent.length < limit) {
      recent.push(now);
      await next();
      return;
    }
    c.header('Retry-After', String(Math.ceil(((recent[0] ?? now) + HALF_MINUTE - now) / 1000)));
    c.header('RateLimit-Reason', 'jira-per-issue-on-write');
    return c.json({ errorMessages: ['Rate limit exceeded.'], errors: {} }, 429);
  };
}
