import type { Latency } from 'local-site/forge/faults';
import type { PlatformCall } from 'local-site/journal';
import type { Desk } from './desk';
import type { Job } from './jobs';

/** What a job took, once. */
export interface Taken {
  ms: number;
  invocations: number;
  /** How many calls of each target. */
  calls: Record<string, number>;
  /** When each call began and how long it took, from the beginning of the job. */
  trace: { atMs: number; ms: number; module: string; call: string }[];
}

/** What a job takes that is the same on any machine. */
export interface Counts extends Pick<Taken, 'invocations' | 'calls'> {
  /** How many calls have to wait for one another: the critical path. */
  steps: number;
  /** All calls, each with the step in which it is made. */
  trace: { step: number; module: string; call: string }[];
}

/** Where every call takes as long as any other, time divided by that is the number of calls in sequence. */
const UNIT_MS = 100;
export const UNIT: Latency = {
  jira: UNIT_MS,
  kvs: UNIT_MS,
  secret: UNIT_MS,
  queue: UNIT_MS,
  realtime: UNIT_MS,
  graphql: UNIT_MS,
  egress: UNIT_MS,
};

/** Milliseconds that each call takes where nothing else is asked for. */
export const USUAL = { jira: 80, incode: 300, kvs: 8, secret: 8, queue: 40, realtime: 20, graphql: 80 };

/** Does a job once, from the site's state now. */
export async function take(desk: Desk, job: Job): Promise<Taken> {
  const ready = await job.prepare(desk);
  const first = desk.calls.length;
  const startedAt = desk.now;
  await desk.until(ready.begin());
  const endedAt = desk.now;
  ready.close?.();
  await desk.rest();
  const calls = desk.calls
    .slice(first)
    .filter(({ at, module }) => job.modules.includes(module) && Date.parse(at) < endedAt);
  return {
    ms: endedAt - startedAt,
    invocations: new Set(calls.map(({ invocation }) => invocation)).size,
    calls: countByTarget(calls),
    trace: calls.map((call) => traceOf(call, startedAt)).sort((a, b) => a.atMs - b.atMs),
  };
}

/** Counts a job's calls on a desk with the latencies of `UNIT`. */
export async function count(desk: Desk, job: Job): Promise<Counts> {
  const { ms, invocations, calls, trace } = await take(desk, job);
  return {
    steps: ms / UNIT_MS,
    invocations,
    calls,
    trace: trace.map(({ atMs, module, call }) => ({ step: atMs / UNIT_MS + 1, module, call })),
  };
}

/** How many calls of each target there are. */
export function countByTarget(calls: PlatformCall[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { target } of calls) counts[target] = (counts[target] ?? 0) + 1;
  return counts;
}

function traceOf({ at, ms, module, target, method, path }: PlatformCall, startedAt: number) {
  return { atMs: Date.parse(at) - startedAt, ms, module, call: `${target} ${method} ${path}` };
}
