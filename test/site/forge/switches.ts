import { z } from 'zod';

const refusal = z.strictObject({
  status: z.union([z.literal(400), z.literal(409), z.literal(412)]),
  code: z.string(),
});

/** Facts that are unconfirmed, and lengths that the cloud leaves open. */
export const forgeSwitches = z.strictObject({
  /** Milliseconds before a query sees a write. */
  queryLagMs: z.number().min(0),
  /** Milliseconds for which a value may still be returned after its ttl; 48 hours are documented. */
  expiredLingerMs: z.number().min(0),
  /** Whether FAIL_IF_EXISTS may claim a key whose value has expired and is not deleted yet. */
  canClaimExpiredKeys: z.boolean(),
  /**
   * Whether attributes of the type `integer` have 32 bits, so that no time in milliseconds fits. It is documented;
   * whether the cloud insists is unconfirmed.
   * @see https://developer.atlassian.com/platform/forge/storage-reference/storage-api-custom-entities/
   */
  integersHave32Bits: z.boolean(),
  /** How FAIL_IF_EXISTS is refused where the key exists: 409 KEY_CONFLICT was observed, nothing is documented. */
  keyConflict: refusal,
  /** How a transaction is refused whose condition does not hold; undocumented. */
  conditionNotMet: refusal,
  /** Whether a realtime token can be signed where there is no user: one official page says no, another does it. */
  realtimeSigningWithoutUser: z.boolean(),
  /** Whether each schedule runs twice, at the same time, when it is due; that it may is documented. */
  schedulesRunTwice: z.boolean(),
});

export type ForgeSwitches = z.output<typeof forgeSwitches>;

export const FORGE_SWITCHES: Readonly<ForgeSwitches> = {
  queryLagMs: 2000,
  expiredLingerMs: 48 * 3_600_000,
  canClaimExpiredKeys: false,
  integersHave32Bits: false,
  keyConflict: { status: 409, code: 'KEY_CONFLICT' },
  conditionNotMet: { status: 409, code: 'CONDITION_NOT_MET' },
  realtimeSigningWithoutUser: true,
  schedulesRunTwice: false,
};
