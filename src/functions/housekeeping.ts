import { housekeeping as keepHouse } from '../verification/upkeep/housekeeping';
import { scheduled } from './scheduled';
import type { ScheduleAnswer } from './scheduled';

/** Runs every five minutes; two runs at once do no harm. */
export function housekeeping(): Promise<ScheduleAnswer> {
  return scheduled('housekeeping', ({ verification }) => keepHouse(verification));
}
