import type { Clock } from '../verification/ports';

export const systemClock: Clock = { now: () => Date.now() };
