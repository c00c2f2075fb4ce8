import type { Desk } from './desk';

const PORTAL = 'identity-verification-portal';
/** The pauses of the app's panel in the portal. */
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 60_000;
const GROWTH = 1.6;

/** How often open pages asked the app, and how often they got an answer. */
export interface Watched {
  asked: number;
  answered: number;
}

/** Keeps the portal's page of each request open for `ms`, as its reporter. */
export async function watchPortals(desk: Desk, issues: string[], ms: number): Promise<Watched> {
  const watched = await Promise.all(
    issues.map((issue, i) => watch(desk, issue, { ms, delayMs: (i * FIRST_PAUSE_MS) / issues.length })),
  );
  return {
    asked: watched.reduce((sum, { asked }) => sum + asked, 0),
    answered: watched.reduce((sum, { answered }) => sum + answered, 0),
  };
}

async function watch(desk: Desk, issue: string, { ms, delayMs }: { ms: number; delayMs: number }) {
  const { clock } = desk.site;
  const watched: Watched = { asked: 0, answered: 0 };
  await clock.sleep(delayMs);
  const endsAt = clock.now() + ms;
  for (let pause = FIRST_PAUSE_MS; clock.now() < endsAt; pause = Math.min(pause * GROWTH, LONGEST_PAUSE_MS)) {
    watched.asked += 1;
    watched.answered += await opens(desk, issue).then(
      () => 1,
      () => 0,
    );
    await clock.sleep(pause);
  }
  return watched;
}

function opens(desk: Desk, issue: string): Promise<unknown> {
  return desk.invoke({ module: PORTAL, functionKey: 'openPortal', as: 'customer', issue });
}
