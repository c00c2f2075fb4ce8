import type { Answer } from './answer';
import type { DeliveryMethod } from '../verification/session/session-record';

/**
 * How a check stands, as far as the employee is told. *in-review* also covers results that contradict each other or
 * name another person.
 */
export type PortalStanding = 'sent' | 'opened' | 'passed' | 'not-passed' | 'in-review' | 'ended' | 'objected';

/**
 * The code that the employee and the agent tell each other: the employee reads the first three digits, the agent
 * answers with the last three.
 * - `open`: the agent has not confirmed it yet;
 * - `confirmed`: the agent has heard the right digits;
 * - `over`: wrong digits were tried too often, so that it is no longer of use.
 */
export type PortalCode =
  | { kind: 'open'; first: string; last: string }
  | { kind: 'confirmed'; first: string; last: string; at: number }
  | { kind: 'over' };

/** An identity check that the employee was asked for. Times are epoch milliseconds. */
export interface PortalCheck {
  kind: 'check';
  /** The server's clock when this was read, to compare with `linkEndsAt`. */
  readAt: number;
  /** The public name of the agent who asked; missing where Jira does not tell it. */
  askedBy?: string | undefined;
  askedAt: number;
  method: DeliveryMethod;
  maskedDestination: string;
  linkEndsAt: number;
  /** Whether it is a test in Incode's demo environment, which gives no access. */
  isDemo: boolean;
  standing: PortalStanding;
  /** When it came to stand so. */
  changedAt: number;
  /** Missing where nobody needs it. */
  code?: PortalCode | undefined;
  /** Whether the employee can still say *I did not ask for this*. */
  mayObject: boolean;
  /** When the employee said so. */
  objectedAt?: number | undefined;
}

/**
 * What a request's portal page shows of the app. `quiet`: nothing here is for this account, whether or not somebody
 * else was asked for a check.
 */
export type PortalView = { kind: 'quiet' } | PortalCheck;

/** The portal panel's resolver functions. Account and request come from Forge's own context, never from a payload. */
// An interface has no index signature, which Forge's Definitions ask for.
export type PortalPanelApi = {
  openPortal: () => Answer<PortalView>;
  /** Says that the employee did not ask for the check that is current; answers how it stands then. */
  objectToVerification: () => Answer<PortalView>;
};
