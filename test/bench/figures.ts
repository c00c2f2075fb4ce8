import { bundleSizes, smallBundler } from './bundles';
import { coldStarts } from './cold-start';
import { Desk } from './desk';
import { grow } from './growth';
import { idleInvocations } from './idle';
import { jobs } from './jobs';
import { count, UNIT } from './measure';
import { timeJobs } from './times';
import { wholeVerification } from './whole';
import { quickBundler } from 'local-site/forge/bundle';
import { forgeBundler, NoForgeBundlerError } from 'local-site/forge/forge-bundle';
import type { Latency } from 'local-site/forge/faults';
import type { Bundler } from 'local-site/forge/bundle';
import type { Counts } from './measure';

/** Counts the calls of all jobs, by name. */
export async function countJobs(): Promise<Record<string, Counts>> {
  const desk = await Desk.open(UNIT);
  const ready = desk.site.snapshot();
  const counts: Record<string, Counts> = {};
  for (const job of jobs) {
    await desk.site.rewind(ready, 0);
    counts[job.name] = await count(desk, job);
  }
  return counts;
}

async function measureBundles(bundler: Bundler) {
  return { sizes: await bundleSizes(bundler), coldStart: await coldStarts(bundler) };
}

/** What a deployment would upload, where Forge's bundler is installed. */
async function measureForgeBundles() {
  try {
    return await measureBundles(forgeBundler());
  } catch (error) {
    if (!(error instanceof NoForgeBundlerError)) throw error;
    console.error(error.message);
    return undefined;
  }
}

export type Figures = Awaited<ReturnType<typeof measureAll>>;

/** Measures everything, times with these latencies and so many runs of each job. */
export async function measureAll(latency: Latency, runs: number) {
  return {
    latency,
    runs,
    counts: await countJobs(),
    times: await timeJobs(latency, runs),
    idle: {
      listening: await idleInvocations(latency, true),
      deaf: await idleInvocations(latency, false),
    },
    whole: await wholeVerification(latency),
    growth: await grow(),
    forge: await measureForgeBundles(),
    esbuild: { ...(await measureBundles(quickBundler)), sizes: await bundleSizes(smallBundler) },
  };
}
