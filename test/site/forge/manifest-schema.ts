import { FORGE_SUPPORTED_LOCALE_CODES } from '@forge/i18n';
import { z } from 'zod';
import { moduleKey } from './modules/module-kind';
import { modulesSchema } from './modules/registry';

/** @see https://developer.atlassian.com/platform/forge/platform-quotas-and-limits/ */
const MAX_ENTITIES = 20;
const MAX_INDEXES = 7;

const entity = z.object({
  name: z.string(),
  attributes: z.record(
    z.string(),
    z.object({ type: z.enum(['integer', 'float', 'string', 'boolean', 'any']) }),
  ),
  indexes: z
    .array(
      z.union([
        z
          .string()
          .transform((attribute) => ({ name: attribute, range: [attribute], partition: [] as string[] })),
        z.object({
          name: z.string(),
          range: z.array(z.string()).length(1),
          partition: z.array(z.string()).default([]),
        }),
      ]),
    )
    .max(MAX_INDEXES, { error: `an entity has at most ${MAX_INDEXES} indexes` })
    .default([]),
});

const entities = z
  .array(entity)
  .max(MAX_ENTITIES, { error: `an app has at most ${MAX_ENTITIES} entities` })
  .default([]);

export type EntitySchema = z.output<typeof entity>;

const locale = z.enum(FORGE_SUPPORTED_LOCALE_CODES);

const translations = z.strictObject({
  resources: z.tuple(
    [z.strictObject({ key: locale, path: z.string() })],
    z.strictObject({ key: locale, path: z.string() }),
  ),
  fallback: z.object({ default: locale }).and(z.record(z.string(), z.unknown())),
});

const addresses = z.array(z.union([z.string(), z.looseObject({ address: z.string() })]));

/** Where an app's frontends may go besides calls. Nothing here asks for it, but administrators consent to it. */
const FRONTEND_EGRESS = ['fonts', 'frames', 'images', 'media', 'navigation', 'scripts', 'styles'] as const;

const external = z
  .strictObject({
    fetch: z.strictObject({ backend: addresses.default([]) }).default({ backend: [] }),
    ...Object.fromEntries(FRONTEND_EGRESS.map((kind) => [kind, addresses.exactOptional()])),
  })
  .default({ fetch: { backend: [] } });

/** What pages of an app's own may contain. UI Kit has none, so that it means nothing here. */
const content = z.strictObject({
  scripts: z.array(z.string()).exactOptional(),
  styles: z.array(z.string()).exactOptional(),
});

/** Strict: this site grants no other permission. */
const permissions = z
  .strictObject({ scopes: z.array(z.string()).default([]), external, content: content.exactOptional() })
  .default({ scopes: [], external: { fetch: { backend: [] } } });

/**
 * Node 20 can be deployed no more.
 * @see https://developer.atlassian.com/platform/forge/changelog/#CHANGE-3209
 */
const runtime = z.looseObject({
  name: z.enum(['nodejs22.x', 'nodejs24.x'], { error: 'only nodejs22.x and nodejs24.x can be deployed' }),
});

/** A folder, or for UI Kit a file; `entry` names several starting points of one resource, below its path. */
const resource = z.looseObject({
  key: moduleKey,
  path: z.string(),
  entry: z.record(z.string(), z.string()).default({}),
});

/**
 * The part of a Forge manifest that this site hosts; what would change an app's behaviour and is not
 * hosted (other modules, remotes) is an unrecognized key.
 */
export const manifestSchema = z.strictObject({
  app: z.looseObject({
    id: z.string(),
    runtime: runtime.exactOptional(),
    storage: z.looseObject({ entities }).default({ entities: [] }),
  }),
  modules: modulesSchema,
  resources: z.array(resource).default([]),
  translations: translations.exactOptional(),
  permissions,
});

export type ManifestSource = z.output<typeof manifestSchema>;
