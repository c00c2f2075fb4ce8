import type { Cancel, Clock } from '../clock';
import type { AppManifest } from './manifest';
import type { ScheduleInterval } from './modules/scheduled-trigger';

const INTERVAL_MS: Record<ScheduleInterval, number> = {
  fiveMinute: 300_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
};

type Schedule = AppManifest['schedules'][number];

/** How long after a deployment each schedule runs for the first time. */
const FIRST_RUN_MS = 300_000;

/**
 * Starts the app's schedules. Each runs for the first time about five minutes from now.
 * @returns stops them all
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/scheduled-trigger/
 */
export function startSchedules(
  clock: Clock,
  schedules: readonly Schedule[],
  run: (schedule: Schedule) => Promise<unknown>,
): Cancel {
  const cancels = new Map<string, Cancel>();
  const wait = (schedule: Schedule, ms: number): void => {
    const cancel = clock.after(ms, () => {
      wait(schedule, INTERVAL_MS[schedule.interval]);
      return run(schedule);
    });
    cancels.set(schedule.key, cancel);
  };
  for (const schedule of schedules) wait(schedule, FIRST_RUN_MS);
  return () => {
    for (const cancel of cancels.values()) cancel();
  };
}
