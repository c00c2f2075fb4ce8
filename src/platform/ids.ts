import { randomUUID } from 'node:crypto';
import type { Ids } from '../verification/ports';

export const randomIds: Ids = { next: () => randomUUID() };
