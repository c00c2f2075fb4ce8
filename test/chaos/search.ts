import { runSteps } from './run';
import type { Stage } from './run';
import type { Schedule } from './schedules';
import type { Step } from './steps';

export interface Finding {
  seed: number;
  /** The fewest steps that still go wrong. */
  steps: Step[];
  wrong: string[];
}

export interface Search {
  finding: Finding | undefined;
  /** How often each thing was exercised. */
  exercised: Map<string, number>;
  schedules: number;
}

/**
 * Runs schedule after schedule, and stops at the first that the app gets wrong.
 * @param held called after each that it got right, with how many that makes
 */
export async function search(
  stage: Stage,
  schedules: Iterable<Schedule>,
  held: (count: number) => void = () => undefined,
): Promise<Search> {
  const exercised = new Map<string, number>();
  let count = 0;
  for (const { seed, steps } of schedules) {
    const verdict = await runSteps(stage, seed, steps);
    for (const what of verdict.exercised) exercised.set(what, (exercised.get(what) ?? 0) + 1);
    if (verdict.wrong.length > 0) {
      const finding = await shrink(stage, { seed, steps, wrong: verdict.wrong });
      return { finding, exercised, schedules: count };
    }
    held(++count);
  }
  return { finding: undefined, exercised, schedules: count };
}

/** Leaves out steps, one by one, as long as it still goes wrong without. */
async function shrink(stage: Stage, finding: Finding): Promise<Finding> {
  const { seed } = finding;
  for (let index = finding.steps.length - 1; index >= 0; index--) {
    const steps = finding.steps.toSpliced(index, 1);
    const { wrong } = await runSteps(stage, seed, steps);
    if (wrong.length > 0) return shrink(stage, { seed, steps, wrong });
  }
  return finding;
}

/** What a person needs to see it again. */
export function describeFinding({ seed, steps, wrong }: Finding): string {
  const lines = steps.map((step, index) => `  ${index + 1}. ${JSON.stringify(step)}`);
  return [`Seed ${seed}:`, ...lines, 'leads to', ...wrong.map((each) => `  ${each}`)].join('\n');
}
