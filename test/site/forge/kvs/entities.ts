import { badRequest, KvsError } from './errors';
import type { EntitySchema } from '../manifest-schema';
import type { ForgeSwitches } from '../switches';

type AttributeType = EntitySchema['attributes'][string]['type'];

const FITS: Record<AttributeType, (value: unknown) => boolean> = {
  any: () => true,
  boolean: (value) => typeof value === 'boolean',
  float: (value) => typeof value === 'number',
  integer: (value) => Number.isSafeInteger(value),
  string: (value) => typeof value === 'string',
};

/** The custom entities that the manifest declares. The codes of refusals are unconfirmed. */
export class Entities {
  private readonly declared: () => Map<string, EntitySchema>;
  private readonly switches: Pick<ForgeSwitches, 'integersHave32Bits'>;

  constructor(
    declared: () => Map<string, EntitySchema>,
    switches: Pick<ForgeSwitches, 'integersHave32Bits'>,
  ) {
    this.declared = declared;
    this.switches = switches;
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
    const { attributes } = this.schema(name);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw badRequest(`A value of the entity ${name} is an object`);
    }
    for (const [attribute, content] of Object.entries(value)) {
      const type = attributes[attribute]?.type;
      if (!type) throw badRequest(`The entity ${name} has no attribute ${attribute}`);
      if (!FITS[type](content) || this.isTooLong(type, content))
        throw badRequest(`${name}.${attribute} is of type ${type}`);
    }
  }

  private isTooLong(type: AttributeType, content: unknown): boolean {
    return this.switches.integersHave32Bits && type === 'integer' && content !== (Number(content) | 0);
  }

  /** @throws KvsError for an attribute that is not declared */
  checkAttribute(name: string, attribute: string): void {
    if (!this.schema(name).attributes[attribute])
      throw badRequest(`The entity ${name} has no attribute ${attribute}`);
  }
}
