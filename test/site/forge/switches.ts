/** Facts that are unconfirmed, and lengths that the cloud leaves open. */
export interface ForgeSwitches {
  /** Milliseconds before a query sees a write. */
  queryLagMs: number;
  /** Milliseconds for which a value may still be returned after its ttl; 48 hours are documented. */
  expiredLingerMs: number;
  /** Whether a realtime token can be signed where there is no user: one official page says no, another does it. */
  realtimeSigningWithoutUser: boolean;
}

export const FORGE_SWITCHES: ForgeSwitches = {
  queryLagMs: 2000,
  expiredLingerMs: 48 * 3_600_000,
  realtimeSigningWithoutUser: true,
};
