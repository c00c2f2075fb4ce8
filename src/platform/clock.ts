import type { Clock } from '../verification/store';

export const systemClock: Clock = { now: () => Date.now() };
