/** The identity that an employee proved first in one environment of Incode's. */
export interface KnownIdentity {
  /** Keyed hash of the identity ID. */
  digest: string;
  /** The session that proved it. */
  interviewId: string;
  /** Epoch milliseconds. */
  provenAt: number;
}
