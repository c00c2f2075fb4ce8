import { publishGlobal, signRealtimeToken } from '@forge/realtime';
import { withTimeout } from '../verification/with-timeout';
import type { Announcer } from '../verification/ticket/ports';

const CHANNEL = 'verification-changed';

/** Announcing is best effort: no caller waits longer for it. */
const PATIENCE_MS = 3000;
const TOO_LONG = 'Realtime took too long';

/**
 * Says "changed" on a channel that only holders of a token for the issue hear.
 * Web triggers and consumers can publish on global channels only. Whether a token can be signed where there is no
 * user is unconfirmed; where it can't, nothing is said and open panels find out by asking. Made anew for each
 * invocation, and signs once for an issue.
 * @see https://developer.atlassian.com/platform/forge/realtime/
 */
export function newAnnouncer(): Announcer {
  const tokens = new Map<string, Promise<string | undefined>>();
  const tokenFor = (issueId: string) => {
    const token = tokens.get(issueId) ?? publishingToken(issueId);
    tokens.set(issueId, token);
    return token;
  };
  return {
    getReady: (issueId) => void tokenFor(issueId),
    async changed(issueId) {
      const token = await tokenFor(issueId);
      if (!token) return;
      const published = publishGlobal(CHANNEL, { changed: true }, { token });
      await withTimeout(published, PATIENCE_MS, TOO_LONG).catch(() => undefined);
    },
  };
}

async function publishingToken(issueId: string): Promise<string | undefined> {
  try {
    return (await sign(issueId, 'publish')).token ?? undefined;
  } catch {
    return undefined;
  }
}

/** A channel to listen on, and until when its token holds, in epoch milliseconds. */
interface ListeningChannel {
  name: string;
  token: string;
  endsAt: number;
}

/** The channel for an issue, with the right to listen; `undefined` where Forge gives none. Check access before. */
export async function listeningChannel(issueId: string): Promise<ListeningChannel | undefined> {
  try {
    const { token, expiresAt } = await sign(issueId, 'subscribe');
    return token ? { name: CHANNEL, token, endsAt: toMilliseconds(expiresAt) } : undefined;
  } catch {
    return undefined;
  }
}

interface SignedToken {
  token: string | null;
  expiresAt: unknown;
}

function sign(issueId: string, permission: 'publish' | 'subscribe'): Promise<SignedToken> {
  return withTimeout(signRealtimeToken(CHANNEL, { issueId }, [permission]), PATIENCE_MS, TOO_LONG);
}

// Seconds, officially; milliseconds and dates in text are understood as well, since an end that is too late costs updates.
function toMilliseconds(expiresAt: unknown): number {
  const number = Number(expiresAt);
  if (!Number.isFinite(number)) return Date.parse(String(expiresAt)) || Date.now();
  return number < 1e12 ? number * 1000 : number;
}
