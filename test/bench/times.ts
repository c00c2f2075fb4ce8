import { Desk } from './desk';
import { jobs } from './jobs';
import { take } from './measure';
import type { Floor } from './floors';
import type { Latency } from 'local-site/forge/faults';

/** Milliseconds that a job takes with the latencies that are set, and with times that spread around them. */
export interface Times {
  exact: number;
  floor: number;
  p50: number;
  p99: number;
}

/** How far calls stray from the latency that is set: one in a hundred takes 3.2 times as long. */
const SPREAD = 0.5;

/** Times all jobs, by name. */
export async function timeJobs(latency: Latency, runs: number): Promise<Record<string, Times>> {
  const exact = await Desk.open(latency);
  const spread = await Desk.open(latency, { spread: SPREAD });
  const [exactly, spreading] = [exact.site.snapshot(), spread.site.snapshot()];
  const times: Record<string, Times> = {};
  for (const job of jobs) {
    await exact.site.rewind(exactly, 0);
    const { ms } = await take(exact, job);
    const spreadMs: number[] = [];
    for (let seed = 0; seed < runs; seed++) {
      await spread.site.rewind(spreading, seed);
      spreadMs.push((await take(spread, job)).ms);
    }
    times[job.name] = {
      exact: ms,
      floor: floorMs(job.floor, latency),
      p50: percentile(spreadMs, 50),
      p99: percentile(spreadMs, 99),
    };
  }
  return times;
}

/** The value that so many percent of all values do not exceed. */
export function percentile(values: number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? NaN;
}

function floorMs({ path, slowest = path.map(([target]) => target) }: Floor, latency: Latency): number {
  return slowest.reduce((sum, target) => sum + (latency[target] ?? 0), 0);
}
