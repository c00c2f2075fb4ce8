import { z } from 'zod';

const metadataFields = z.array(z.enum(['CREATED_AT', 'UPDATED_AT', 'EXPIRE_TIME']));
const ttl = z.strictObject({
  value: z.int().positive(),
  unit: z.enum(['SECONDS', 'MINUTES', 'HOURS', 'DAYS']),
});

const key = z.string();
const entityName = z.string();
const getOptions = z.strictObject({ metadataFields: metadataFields.optional() }).optional();
const ttlOption = z.strictObject({ ttl: ttl.optional() }).optional();

const condition = z.enum([
  'BEGINS_WITH',
  'BETWEEN',
  'CONTAINS',
  'EQUAL_TO',
  'EXISTS',
  'GREATER_THAN',
  'GREATER_THAN_EQUAL_TO',
  'LESS_THAN',
  'LESS_THAN_EQUAL_TO',
  'NOT_CONTAINS',
  'NOT_EQUAL_TO',
  'NOT_EXISTS',
]);
const clause = z.strictObject({
  property: z.string(),
  condition,
  values: z.array(z.unknown()).min(1).max(2),
});
const conditions = z.union([
  z.strictObject({ and: z.array(clause).min(1) }),
  z.strictObject({ or: z.array(clause).min(1) }),
]);
const range = z.strictObject({
  condition: condition.extract([
    'BEGINS_WITH',
    'BETWEEN',
    'EQUAL_TO',
    'GREATER_THAN',
    'GREATER_THAN_EQUAL_TO',
    'LESS_THAN',
    'LESS_THAN_EQUAL_TO',
  ]),
  values: z.array(z.unknown()).min(1).max(2),
});

export const getRequest = z.strictObject({ key, entityName: entityName.optional(), options: getOptions });
export const deleteRequest = z.strictObject({ key, entityName: entityName.optional() });

export const setRequest = z.strictObject({
  key,
  value: z.unknown(),
  entityName: entityName.optional(),
  options: z
    .strictObject({
      ttl: ttl.optional(),
      keyPolicy: z.enum(['OVERRIDE', 'FAIL_IF_EXISTS']).optional(),
      returnValue: z.enum(['PREVIOUS', 'LATEST']).optional(),
      returnMetadataFields: metadataFields.optional(),
      // Means nothing here, but apps send it: it is an option of `get`.
      metadataFields: metadataFields.optional(),
    })
    .refine((options) => options.returnValue === undefined || options.keyPolicy !== 'FAIL_IF_EXISTS', {
      error: 'returnValue is not for the keyPolicy FAIL_IF_EXISTS',
    })
    .optional(),
});

/** @see https://developer.atlassian.com/platform/forge/storage-reference/storage-api-query/ (10 by default) */
const limit = z.int().default(10);

export const queryRequest = z.strictObject({
  limit,
  after: z.string().optional(),
  where: z
    .array(
      z.strictObject({
        property: z.literal('key'),
        condition: z.literal('BEGINS_WITH'),
        values: z.tuple([z.string()]),
      }),
    )
    .max(1)
    .optional(),
  options: getOptions,
});

export const entityQueryRequest = z.strictObject({
  entityName,
  indexName: z.string(),
  partition: z.array(z.unknown()).optional(),
  range: range.optional(),
  filters: conditions.optional(),
  sort: z.enum(['ASC', 'DESC']).default('ASC'),
  limit,
  cursor: z.string().optional(),
  options: getOptions,
});

export const transactionRequest = z.strictObject({
  set: z
    .array(
      z.strictObject({
        key,
        value: z.unknown(),
        entityName: entityName.optional(),
        conditions: conditions.optional(),
        options: ttlOption,
      }),
    )
    .default([]),
  delete: z
    .array(z.strictObject({ key, entityName: entityName.optional(), conditions: conditions.optional() }))
    .default([]),
  check: z.array(z.strictObject({ key, entityName: entityName.optional(), conditions })).default([]),
});

/** @see https://developer.atlassian.com/platform/forge/storage-reference/storage-api-batch/ (at most 25) */
export const batchSetRequest = z
  .array(z.strictObject({ key, value: z.unknown(), entityName: entityName.optional(), options: ttlOption }))
  .min(1)
  .max(25);
export const batchDeleteRequest = z.array(deleteRequest).min(1).max(25);
export const batchGetRequest = z.array(getRequest).min(1).max(25);

export type Clause = z.output<typeof clause>;
export type Conditions = z.output<typeof conditions>;
export type SetRequest = z.output<typeof setRequest>;
export type SetOptions = NonNullable<SetRequest['options']>;
export type EntityQuery = z.output<typeof entityQueryRequest>;
export type KeyQuery = z.output<typeof queryRequest>;
export type Transaction = z.output<typeof transactionRequest>;
export type MetadataFields = z.output<typeof metadataFields>;
