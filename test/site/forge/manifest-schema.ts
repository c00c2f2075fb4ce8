import { FORGE_SUPPORTED_LOCALE_CODES } from '@forge/i18n';
import { z } from 'zod';

export type UiModuleType = 'jira:issuePanel' | 'jira:issueContext' | 'jira:adminPage';

const key = z.string().regex(/^[a-zA-Z0-9_-]+$/);

const uiModules = z
  .array(
    z.looseObject({
      key,
      resource: z.string(),
      render: z.literal('native', { error: "only UI Kit is hosted: render must be 'native'" }),
      resolver: z.object({ function: z.string() }).exactOptional(),
      title: z.union([z.string(), z.object({ i18n: z.string() })]),
      icon: z.string().exactOptional(),
      useAsConfig: z.boolean().exactOptional(),
      displayConditions: z.unknown().exactOptional(),
    }),
  )
  .default([]);

const webTriggers = z
  .array(
    z.object({
      key,
      function: z.string(),
      urlFormat: z.enum(['v1', 'v2']).default('v1'),
      response: z
        .object({
          type: z.enum(['dynamic', 'static']),
          outputs: z
            .array(
              z.object({
                key: z.string(),
                statusCode: z.number(),
                contentType: z.string().exactOptional(),
                body: z.string().exactOptional(),
              }),
            )
            .exactOptional(),
        })
        .exactOptional(),
    }),
  )
  .default([]);

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

/** The cloud refuses more; Atlassian's own validation does not. */
const MAX_SCHEDULES = 5;

const modules = z.strictObject({
  'jira:issuePanel': uiModules,
  'jira:issueContext': uiModules,
  'jira:adminPage': uiModules,
  webtrigger: webTriggers,
  consumer: z.array(z.object({ key, queue: z.string(), function: z.string() })).default([]),
  scheduledTrigger: z
    .array(z.object({ key, function: z.string(), interval: z.enum(['fiveMinute', 'hour', 'day', 'week']) }))
    .max(MAX_SCHEDULES, { error: `an app has at most ${MAX_SCHEDULES} scheduled triggers` })
    .default([]),
  trigger: z.array(z.object({ key, function: z.string(), events: z.array(z.string()) })).default([]),
  function: z
    .array(
      z.object({
        key,
        handler: z.string().regex(/^[\w/-]+\.\w+$/),
        timeoutSeconds: z.number().int().min(1).max(900).exactOptional(),
      }),
    )
    .default([]),
});

const locale = z.enum(FORGE_SUPPORTED_LOCALE_CODES);

const translations = z.strictObject({
  resources: z.tuple(
    [z.strictObject({ key: locale, path: z.string() })],
    z.strictObject({ key: locale, path: z.string() }),
  ),
  fallback: z.object({ default: locale }).and(z.record(z.string(), z.unknown())),
});

const backendEgress = z.array(z.union([z.string(), z.looseObject({ address: z.string() })])).default([]);

/**
 * The part of a Forge manifest that this site hosts; what would change an app's behaviour and is not
 * hosted (other modules, remotes) is an unrecognized key.
 */
export const manifestSchema = z.strictObject({
  app: z.looseObject({
    id: z.string(),
    storage: z.looseObject({ entities }).default({ entities: [] }),
  }),
  modules,
  resources: z.array(z.looseObject({ key, path: z.string() })).default([]),
  translations: translations.exactOptional(),
  permissions: z
    .looseObject({
      // Scopes may also be an object of options by scope.
      scopes: z.union([z.array(z.string()), z.record(z.string(), z.unknown())]).default([]),
      external: z
        .looseObject({ fetch: z.looseObject({ backend: backendEgress }).default({ backend: [] }) })
        .default({ fetch: { backend: [] } }),
    })
    .default({ scopes: [], external: { fetch: { backend: [] } } }),
});

export type ManifestSource = z.output<typeof manifestSchema>;
