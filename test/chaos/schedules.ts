import { stepsOf } from './chance';
import { KNOWN_STEPS, once, passes, sent } from './known-steps';
import { CALL_FAULTS, CALL_SITES, KILLED_MODULES } from './steps';
import type { Fault } from 'local-site/forge/faults';
import type { Step } from './steps';

/** What happens, and the seed that decides in which order the calls of it are made. */
export interface Schedule {
  seed: number;
  steps: Step[];
}

/** Longer than Incode's token holds, so that sending asks for one. */
const UNTIL_TOKENS_END: Step = { kind: 'cold', thenMs: 3_700_000 };

/** Each call of the main job with each kind of fault, and each function that is killed on the way. */
export const FORCED_FAULTS: readonly Fault[] = [
  ...CALL_SITES.flatMap((call) => Object.values(CALL_FAULTS).map((what) => ({ ...call, ...what, times: 1 }))),
  ...KILLED_MODULES.flatMap((match) => [
    { target: 'invocation' as const, match, killBefore: 1, times: 1 },
    { target: 'invocation' as const, match, killAfter: 1, times: 1 },
  ]),
];

/** Schedules that were wrong once, or show a mistake that could be made. */
export function knownSchedules(): Schedule[] {
  return KNOWN_STEPS.map((steps, seed) => ({ seed, steps }));
}

/** The main job once for each fault that can meet it. */
export function forcedSchedules(): Schedule[] {
  return FORCED_FAULTS.map((fault, seed) => ({ seed, steps: [UNTIL_TOKENS_END, once(fault), sent, passes] }));
}

/** What chance makes of the seeds from `first` on. */
export function* randomSchedules(first: number, count: number): Generator<Schedule> {
  for (let seed = first; seed < first + count; seed++) yield { seed, steps: stepsOf(seed) };
}

/** All that are not left to chance, and then `count` that are. */
export function* allSchedules(first: number, count: number): Generator<Schedule> {
  yield* knownSchedules();
  yield* forcedSchedules();
  yield* randomSchedules(first, count);
}

/** Every `parts`-th of them, from the `part`-th on. */
export function* partOf<T>(all: Iterable<T>, part: number, parts: number): Generator<T> {
  let index = 0;
  for (const each of all) if (index++ % parts === part) yield each;
}
