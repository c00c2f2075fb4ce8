import { badRequest, KvsError } from './errors';
import type { EntitySchema } from '../manifest-schema';
import type { Clause } from './requests';

type AttributeType = EntitySchema['attributes'][string]['type'];

const FITS: Record<AttributeType, (value: unknown) => boolean> = {
  any: (value) => value !== null,
  boolean: (value) => typeof value === 'boolean',
  float: (value) => typeof value === 'number',
  // A whole number of 32 bits.
  integer: (value) => value === (Number(value) | 0),
  string: (value) => typeof value === 'string' && value.trim() !== '',
};

/** Bytes. @see https://developer.atlassian.com/platform/forge/limits-kvs-ce/ */
const MAX_PARTITION_BYTES = 1700;
const MAX_RANGE_BYTES = 900;

/**
 * The custom entities that the manifest declares. The codes of refusals are unconfirmed.
 * @see https://developer.atlassian.com/platform/forge/storage-reference/entities-manifest/
 */
export class Entities {
  private readonly declared: () => Map<string, EntitySchema>;

  constructor(declared: () => Map<string, EntitySchema>) {
    this.declared = declared;
  }

  names(): string[] {
    return [...this.declared().keys()];
  }

  /** @throws KvsError where the manifest declares no such entity */
  schema(name: string): EntitySchema {
    const schema = this.declared().get(name);
    if (!schema) throw new KvsError(400, 'INVALID_ENTITY_NAME', `The manifest declares no entity ${name}`);
    return schema;
  }

  /** @throws KvsError where the value is no object of the declared attributes */
  checkValue(name: string, value: unknown): void {
    const { attributes, indexes } = this.schema(name);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw badValue(`A value of the entity ${name} is an object`);
    }
    for (const [attribute, content] of Object.entries(value)) {
      const type = attributes[attribute]?.type;
      if (!type) throw badValue(`The entity ${name} has no attribute ${attribute}`);
      if (!FITS[type](content)) throw badValue(`${name}.${attribute} is of type ${type}`);
    }
    for (const index of indexes)
      checkIndexed(name, index, value as Record<string, string | number | boolean>);
  }

  /** @throws KvsError for an attribute that is not declared, or whose type has no such condition */
  checkClause(name: string, { property, condition }: Clause): void {
    const type = this.schema(name).attributes[property]?.type;
    if (!type) throw badRequest(`The entity ${name} has no attribute ${property}`);
    const isForTexts = condition === 'CONTAINS' || condition === 'NOT_CONTAINS';
    if (type === 'any' || (isForTexts && type !== 'string'))
      throw new KvsError(
        422,
        'QUERY_WHERE_INVALID',
        `${name}.${property} is of type ${type}: no ${condition}`,
      );
  }
}

function checkIndexed(
  entity: string,
  { name, partition, range }: EntitySchema['indexes'][number],
  value: Record<string, string | number | boolean>,
): void {
  const bytes = (attributes: string[]): number =>
    Buffer.byteLength(attributes.map((attribute) => String(value[attribute] ?? '')).join(''));
  if (bytes(partition) > MAX_PARTITION_BYTES)
    throw badValue(`The partition of ${entity}.${name} has at most ${MAX_PARTITION_BYTES} bytes`);
  if (bytes(range) > MAX_RANGE_BYTES)
    throw badValue(`The range of ${entity}.${name} has at most ${MAX_RANGE_BYTES} bytes`);
}

function badValue(message: string): KvsError {
  return new KvsError(400, 'INVALID_ENTITY_VALUE', message);
}
