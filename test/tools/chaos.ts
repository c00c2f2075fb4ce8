import { fork } from 'node:child_process';
import { parseArgs } from 'node:util';
import { mutatedApp } from '../chaos/mutated-app';
import { MUTATIONS } from '../chaos/mutations';
import { allSchedules, partOf } from '../chaos/schedules';
import { describeFinding, search } from '../chaos/search';
import { openStage } from '../chaos/stage';
import type { Finding, Search } from '../chaos/search';
import type { Mutation } from '../chaos/mutations';

const usage = `Runs the app through random schedules of sends, webhooks, faults and crashes, and judges each at rest.

  --schedules <number>  how many random ones, after those that are always run (default: 1000)
  --seed <number>       the seed of the first random one (default: 0)
  --processes <number>  how many play at once, each its part of them (default: 1)
  --mutations           with each of the known mistakes put into the app, which have to be found
  --only <text>         of these, those whose name holds this text`;

interface Wish {
  schedules: number;
  seed: number;
  processes: number;
}

/** What a process that plays a part sends to the one that started it: how many more held, and in the end what it found. */
type News = { held: number } | { finding: Finding | undefined; exercised: [string, number][] };

const HELD_AT_ONCE = 50;
const PROGRESS_EVERY = 1000;

function wishOf(argv: string[]) {
  const { values } = parseArgs({
    args: argv,
    options: {
      schedules: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '0' },
      processes: { type: 'string', default: '1' },
      part: { type: 'string' },
      mutations: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      help: { type: 'boolean', default: false },
    },
  });
  const { schedules, seed, processes } = values;
  const wish: Wish = { schedules: Number(schedules), seed: Number(seed), processes: Number(processes) };
  if (!Object.values(wish).every(Number.isInteger)) throw new Error(usage);
  return { ...values, ...wish };
}

async function searchIn({ schedules, seed }: Wish, app?: string): Promise<Search> {
  return search(await openStage(app), allSchedules(seed, schedules));
}

/** Plays one part of the schedules, and tells the process that started this one. */
async function searchPart({ schedules, seed, processes }: Wish, part: number): Promise<boolean> {
  const tell = (news: News) => new Promise((resolve) => process.send?.(news, resolve));
  process.on('disconnect', () => process.exit(1));
  const mine = partOf(allSchedules(seed, schedules), part, processes);
  let untold = 0;
  const { finding, exercised } = await search(await openStage(), mine, () => {
    if (++untold < HELD_AT_ONCE) return;
    void tell({ held: untold });
    untold = 0;
  });
  await tell({ held: untold });
  await tell({ finding, exercised: [...exercised] });
  return finding === undefined;
}

/** Has each process play its part, and adds up what they tell. The first finding ends all of them. */
async function searchInParts(wish: Wish): Promise<Search> {
  const sum: Search = { finding: undefined, exercised: new Map(), schedules: 0 };
  const parts = Array.from({ length: wish.processes }, (_, part) =>
    fork(__filename, [...process.argv.slice(2), '--part', String(part)]),
  );
  const take = (news: News) => {
    if ('held' in news) {
      count(sum, news.held);
      return;
    }
    sum.finding ??= news.finding;
    for (const [what, times] of news.exercised) {
      sum.exercised.set(what, (sum.exercised.get(what) ?? 0) + times);
    }
    if (news.finding) for (const part of parts) part.kill();
  };
  const ends = parts.map(
    (part) =>
      new Promise<number | null>((resolve) => part.on('message', take).on('exit', (code) => resolve(code))),
  );
  const codes = await Promise.all(ends);
  if (!sum.finding && codes.some((code) => code !== 0)) throw new Error('A part came to no end');
  return sum;
}

function count(sum: Search, held: number): void {
  const before = sum.schedules;
  sum.schedules += held;
  if (Math.floor(before / PROGRESS_EVERY) === Math.floor(sum.schedules / PROGRESS_EVERY)) return;
  console.log(`${new Date().toISOString()}  ${sum.schedules} schedules held so far.`);
}

async function searchApp(wish: Wish): Promise<boolean> {
  const { finding, exercised, schedules } = await searchInParts(wish);
  for (const [what, count] of [...exercised].sort()) console.log(`${String(count).padStart(7)}  ${what}`);
  console.log(`${schedules} schedules held.`);
  if (finding) console.log(describeFinding(finding));
  return finding === undefined;
}

async function searchMutation(wish: Wish, mutation: Mutation): Promise<boolean> {
  const { app, remove } = mutatedApp(mutation);
  try {
    const { finding, schedules } = await searchIn(wish, app);
    console.log(`\n${mutation.name}: ${finding ? 'found' : 'NOT FOUND'} after ${schedules} schedules`);
    if (finding) console.log(describeFinding(finding));
    return finding !== undefined;
  } finally {
    remove();
  }
}

async function main(argv: string[]): Promise<boolean> {
  const wish = wishOf(argv);
  if (wish.help) {
    console.log(usage);
    return true;
  }
  if (wish.part !== undefined) return searchPart(wish, Number(wish.part));
  if (!wish.mutations) return searchApp(wish);
  let areAllFound = true;
  for (const mutation of MUTATIONS.filter(({ name }) => name.includes(wish.only))) {
    areAllFound = (await searchMutation(wish, mutation)) && areAllFound;
  }
  return areAllFound;
}

const startedAt = performance.now();
main(process.argv.slice(2)).then(
  (isRight) => {
    if (!process.send) console.log(`(${((performance.now() - startedAt) / 1000).toFixed(1)} s)`);
    process.exit(isRight ? 0 : 1);
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  },
);
