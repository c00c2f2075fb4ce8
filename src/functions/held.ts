import * as z from 'zod/mini';
import { decode } from './decode';
import type { Held } from '../contract/issue-panel';

const held = z.object({ channel: z.optional(z.boolean()), requester: z.optional(z.boolean()) });

/**
 * What the page that asks has already.
 * @throws {AppError} `invalid-input`
 */
export function readHeld(payload: unknown): Held {
  return decode(held, payload);
}
