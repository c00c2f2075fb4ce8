import { z } from 'zod';
import type { View } from './place';

/** A kind of module that this site can host. `registry.ts` lists them; nothing else names one. */
export interface ModuleKind {
  /** All modules of this kind in a manifest. */
  schema: z.ZodType<{ key: string }[]>;
  /** Seconds for which a function of such a module may run; `declared` is the function's own `timeoutSeconds`. */
  limitSeconds: (declared?: number) => number;
  /** Only kinds that people open have one. */
  view?: View;
}

export const moduleKey = z.string().regex(/^[a-zA-Z0-9_-]+$/);

/** A text for people: itself, or a key of the app's translations. */
export const moduleText = z.union([z.string(), z.object({ i18n: z.string() })]);

/**
 * Seconds. Only consumers and scheduled functions can have another limit, by `timeoutSeconds`.
 * @see https://developer.atlassian.com/platform/forge/platform-quotas-and-limits/
 */
export const FUNCTION_LIMIT = 25;
export const LONG_LIMIT = 55;
