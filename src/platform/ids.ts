import { randomUUID } from 'node:crypto';
import type { Ids } from '../verification/sending/ports';

export const randomIds: Ids = { next: () => randomUUID() };
