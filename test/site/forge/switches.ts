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
   * How FAIL_IF_EXISTS is refused where the key exists: 409 KEY_CONFLICT was observed, others emulate
   * KEY_ALREADY_EXISTS, nothing is documented.
   */
  keyConflict: refusal,
  /**
   * The code for a key of a batch that has no value: NOT_FOUND stands in the pages, KEY_NOT_FOUND in `@forge/kvs`,
   * which needs it for single keys.
   * @see https://developer.atlassian.com/platform/forge/storage-reference/handling-errors-kvs/
   */
  missingInBatch: z.enum(['KEY_NOT_FOUND', 'NOT_FOUND']),
  /** How a transaction is refused whose condition does not hold: 409 or 400, undocumented. */
  conditionNotMet: refusal,
  /** Whether one key may stand in a transaction twice, as a plain one and as an entity's. */
  transactionsTakeOneKeyTwice: z.boolean(),
  /** Whether a realtime token can be signed where there is no user: one official page says no, another does it. */
  realtimeSigningWithoutUser: z.boolean(),
  /** Whether frames on a portal can publish and listen; the pages name Jira and Confluence alone. */
  realtimeInPortals: z.boolean(),
  /** Milliseconds after an installation for which Jira refuses what the app does as itself; seen, not documented. */
  asAppRefusedMs: z.number().min(0),
  /** Whether an issue panel is hidden on each issue until somebody adds it there, as documented. */
  panelsAreHidden: z.boolean(),
  /** Whether a validator that throws, is out of time, or answers nonsense blocks its transition; undocumented. */
  failedValidatorBlocks: z.boolean(),
  /** Whether an action gets its inputs as `{payload: inputs}` or as they are: one page shows both. */
  actionInputsAreNested: z.boolean(),
  /** Whether an action is told which issue its rule runs for, in `context` beside its inputs as Rovo tells it; undocumented. */
  actionsAreToldTheIssue: z.boolean(),
  /** Whether each schedule runs twice, at the same time, when it is due; that it may is documented. */
  schedulesRunTwice: z.boolean(),
});

export type ForgeSwitches = z.output<typeof forgeSwitches>;

export const FORGE_SWITCHES: Readonly<ForgeSwitches> = {
  queryLagMs: 2000,
  expiredLingerMs: 48 * 3_600_000,
  canClaimExpiredKeys: false,
  keyConflict: { status: 409, code: 'KEY_CONFLICT' },
  missingInBatch: 'KEY_NOT_FOUND',
  conditionNotMet: { status: 409, code: 'CONDITIONAL_CHECK_FAILED' },
  transactionsTakeOneKeyTwice: true,
  realtimeSigningWithoutUser: true,
  realtimeInPortals: false,
  asAppRefusedMs: 0,
  panelsAreHidden: false,
  failedValidatorBlocks: true,
  actionInputsAreNested: false,
  actionsAreToldTheIssue: false,
  schedulesRunTwice: false,
};
