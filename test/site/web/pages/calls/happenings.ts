import type { AppLogLine, PlatformCall } from '../../../journal';

/** What `GET /site/log` answers. */
export interface SiteLog {
  calls: readonly PlatformCall[];
  app: readonly AppLogLine[];
}

export type Happening = { kind: 'call'; call: PlatformCall } | { kind: 'line'; line: AppLogLine };

/** What the app did in one run of one of its functions, oldest first; or a line that it wrote. */
export interface Run {
  id: string;
  module: string;
  at: string;
  happenings: readonly Happening[];
}

/** More than anyone reads, and few enough to draw at once. */
const SHOWN = 200;

/** The latest calls and log lines, newest run first; the calls of a run stand in the order in which they were made. */
export function latestRuns({ app, calls }: SiteLog): Run[] {
  const runs = new Map<string, Run & { happenings: Happening[] }>();
  for (const call of calls.slice(-SHOWN)) {
    const { at, invocation, module } = call;
    const run = runs.get(invocation) ?? { id: invocation, module, at, happenings: [] };
    run.happenings.push({ kind: 'call', call });
    runs.set(invocation, run);
  }
  const lines = app.slice(-SHOWN).map((line, index) => ({
    id: `line-${String(app.length - index)}`,
    module: 'The app says',
    at: line.at,
    happenings: [{ kind: 'line' as const, line }],
  }));
  return [...runs.values(), ...lines].sort((a, b) => b.at.localeCompare(a.at)).slice(0, SHOWN);
}
