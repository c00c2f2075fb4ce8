import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { APP } from './desk';
import { measureAll } from './figures';
import { load } from './load';
import { USUAL } from './measure';
import { loadReport, report } from './report';
import { parseOptions } from 'local-site/options';
import type { Latency } from 'local-site/forge/faults';

const LATENCY = Object.entries(USUAL)
  .map(([target, ms]) => `${target}=${ms}`)
  .join(',');

/** Jira's limits are by cost and not published as a number of requests; this one is felt. */
const LOAD = { verifications: 500, webhooks: 5000, burstMs: 10_000, jiraPerMinute: 600, portals: 100 };

const usage = `Measures what the app costs: calls, steps in sequence, times, bundles, cold start.

  --latency <list>  milliseconds for each call (default: ${LATENCY})
  --runs <number>   how often each job is timed with times that spread (default: 200)
  --load            instead: 5,000 webhooks in ten seconds for 500 verifications
  --out <file>      where to write all figures as JSON
  --help            this text`;

const DEFAULT_OUT = path.join(APP, 'node_modules/.cache/bench.json');

function wishOf(argv: string[]) {
  const { values } = parseArgs({
    args: argv,
    options: {
      latency: { type: 'string', default: LATENCY },
      runs: { type: 'string', default: '200' },
      load: { type: 'boolean', default: false },
      out: { type: 'string', default: DEFAULT_OUT },
      help: { type: 'boolean', default: false },
    },
  });
  if (!/^[1-9]\d*$/.test(values.runs)) throw new Error(usage);
  return { ...values, latency: latencyOf(values.latency), runs: Number(values.runs) };
}

/** Of what is not set, secrets take as long as the store, and the gateway of Atlassian as long as Jira. */
function latencyOf(text: string): Latency {
  const { latency = {} } = parseOptions(['--latency', text]);
  const { incode = 0, jira = 0, kvs = 0 } = latency;
  return { secret: kvs, graphql: jira, egress: incode, ...latency };
}

async function measured(latency: Latency, runs: number) {
  const figures = await measureAll(latency, runs);
  return { figures, text: report(figures) };
}

async function loaded() {
  const figures = await load(LOAD);
  if (figures.wrong.length > 0) process.exitCode = 1;
  return { figures, text: loadReport(figures) };
}

async function main(argv: string[]): Promise<void> {
  const wish = wishOf(argv);
  if (wish.help) {
    console.log(usage);
    return;
  }
  const { figures, text } = wish.load ? await loaded() : await measured(wish.latency, wish.runs);
  await mkdir(path.dirname(wish.out), { recursive: true });
  await writeFile(wish.out, JSON.stringify(figures, null, 2));
  console.log(`${text}\n\nAll figures: ${wish.out}`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
