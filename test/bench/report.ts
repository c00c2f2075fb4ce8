import { jobs } from './jobs';
import { countsIn, kB, table } from './table';
import type { BundleSizes } from './bundles';
import type { ColdStart } from './cold-start';
import type { LoadReport } from './load';
import type { Figures } from './figures';

interface BundleFigures {
  sizes: { app: BundleSizes; empty: BundleSizes };
  coldStart: { app: ColdStart; empty: ColdStart };
}

/** All figures as Markdown. */
export function report(figures: Figures): string {
  const { esbuild, forge, idle, whole } = figures;
  return [
    jobTable(figures),
    `A panel that waits: ${idle.listening} invocations a minute; ${idle.deaf} where it cannot listen.`,
    `One verification, five minutes of an open request: ${whole.invocations} invocations, ${whole.byUsers} of them by users; ` +
      `${countsIn(whole.calls)}; ${whole.reads} reads and ${whole.writes} writes of the store.`,
    growthTable(figures),
    ...(forge ? [`Forge's bundler:\n\n${bundleTables(forge)}`] : []),
    `esbuild, sizes minified:\n\n${bundleTables(esbuild)}`,
  ].join('\n\n');
}

/** What became of a load, as Markdown. */
export function loadReport(load: LoadReport): string {
  const { accepted, acknowledgedMs, commented, statuses, throughput, wrong } = load;
  const spread = (name: string, { p50, p99, most }: LoadReport['accepted']) => [
    name,
    ...[p50, p99, most].map((value) => Math.round(value * 10) / 10),
  ];
  return [
    `${load.webhooks} webhooks in ${load.burstMs / 1000} s for ${load.verifications} verifications; ` +
      `Jira allows ${load.jiraPerMinute} requests a minute.`,
    table(
      ['', 'p50', 'p99', 'most'],
      [
        spread('acknowledged attempt, ms', acknowledgedMs),
        spread('webhook to acknowledgement, retries included, s', accepted),
        spread('burst to comment, s', commented),
      ],
    ),
    `${load.portals} portals asked ${load.watched.asked} times, and were answered ${load.watched.answered} times.`,
    `Attempts by status: ${JSON.stringify(statuses)}.`,
    `Acknowledged at once: ${throughput.webhooks.toFixed(0)} webhooks a second. ` +
      `Commented: ${throughput.tickets.toFixed(2)} tickets a second.`,
    `${load.realSeconds.toFixed(0)} s of this machine, ${load.rssMB.toFixed(0)} MB.`,
    wrong.length === 0 ? 'Nothing is lost, doubled or left undone.' : wrong.join('\n'),
  ].join('\n\n');
}

function jobTable({ counts, times }: Figures): string {
  const head = ['job', 'ms', 'floor', 'p50', 'p99', 'steps', 'floor', 'invocations', 'calls', 'floor'];
  const rows = jobs.map(({ name, floor }) => {
    const { steps, invocations, calls } = counts[name] ?? { steps: 0, invocations: 0, calls: {} };
    const { exact = 0, floor: floorMs = 0, p50 = 0, p99 = 0 } = times[name] ?? {};
    const measured = [exact, floorMs, p50, p99, steps, floor.path.length, invocations];
    return [name, ...measured, countsIn(calls), countsIn(floor.calls)];
  });
  return table(head, rows);
}

function growthTable({ growth }: Figures): string {
  const names = Object.keys(growth[0]?.jobs ?? {});
  const rows = growth.map(({ size, jobs }) => [
    size.onTicket,
    size.inAll,
    ...names.map((name) => `${countsIn(jobs[name]?.calls ?? {})}; ${jobs[name]?.steps ?? 0} steps`),
  ]);
  return table(['on the ticket', 'in all', ...names], rows);
}

function bundleTables({ sizes, coldStart: { app, empty } }: BundleFigures): string {
  const rows = [...sizeRows('', sizes.app), ...sizeRows('empty app: ', sizes.empty)];
  const start = (name: string, { processMs, ownMs, rss, heapUsed }: ColdStart) => [
    name,
    processMs.toFixed(1),
    ownMs.toFixed(1),
    kB(rss),
    kB(heapUsed),
  ];
  const starts = [
    start('this app', app),
    start('empty app', empty),
    ['ratio', (app.processMs / empty.processMs).toFixed(2), '', (app.rss / empty.rss).toFixed(2), ''],
  ];
  return [
    table(['bundle', 'raw', 'gzip'], rows),
    table(['cold start', 'ms of the process', 'ms of the bundle', 'rss', 'heap'], starts),
  ].join('\n\n');
}

function sizeRows(of: string, sizes: BundleSizes): string[][] {
  return Object.entries(sizes).map(([name, { raw, gzip }]) => [of + name, kB(raw), kB(gzip)]);
}
