import { parseArgs } from 'node:util';
import { mutatedApp } from '../chaos/mutated-app';
import { MUTATIONS } from '../chaos/mutations';
import { allSchedules } from '../chaos/schedules';
import { describeFinding, search } from '../chaos/search';
import { openStage } from '../chaos/stage';
import type { Search } from '../chaos/search';
import type { Mutation } from '../chaos/mutations';

const usage = `Runs the app through random schedules of sends, webhooks, faults and crashes, and judges each at rest.

  --schedules <number>  how many random ones, after those that are always run (default: 1000)
  --seed <number>       the seed of the first random one (default: 0)
  --mutations           with each of the known mistakes put into the app, which have to be found
  --only <text>         of these, those whose name holds this text`;

interface Wish {
  schedules: number;
  seed: number;
}

function wishOf(argv: string[]) {
  const { values } = parseArgs({
    args: argv,
    options: {
      schedules: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '0' },
      mutations: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      help: { type: 'boolean', default: false },
    },
  });
  const wish: Wish = { schedules: Number(values.schedules), seed: Number(values.seed) };
  if (!Number.isInteger(wish.schedules) || !Number.isInteger(wish.seed)) throw new Error(usage);
  return { ...wish, ...values, schedules: wish.schedules, seed: wish.seed };
}

async function searchIn({ schedules, seed }: Wish, app?: string): Promise<Search> {
  return search(await openStage(app), allSchedules(seed, schedules));
}

async function searchApp(wish: Wish): Promise<boolean> {
  const { finding, exercised, schedules } = await searchIn(wish);
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
    console.log(`(${((performance.now() - startedAt) / 1000).toFixed(1)} s)`);
    process.exit(isRight ? 0 : 1);
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  },
);
