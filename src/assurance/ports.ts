import type { Requirement } from '../verification/session/requirement';
import type { Verification } from '../verification/session/session-record';
import type { RequestPlace, Rule } from './rules';

/** What the settings say about requirements. */
export interface AssurancePolicy {
  rules: readonly Rule[];
  /** How long a pass counts where no rule says it. */
  passCountsMs: number;
  doDemoResultsCount: boolean;
}

/** A request, as the app reads it. */
export interface RequestFacts extends RequestPlace {
  id: string;
  /** Id of the field that holds its type; `undefined` where it has none. */
  requestTypeField: string | undefined;
  /** Account id; `undefined` where Jira names none. */
  reporter: string | undefined;
}

/** What is kept of a request. */
export interface KeptOfRequest {
  /** What it was found to need before. */
  needs: Requirement | undefined;
  isObjected: boolean;
  /** `interviewId` of its current session. */
  current: string | undefined;
}

/**
 * Which of the two validators:
 * - `every-request`: a request that no rule is for needs a pass about its reporter;
 * - `rules-only`: it needs nothing.
 */
export type GateScope = 'every-request' | 'rules-only';

/** A validator that was asked about a transition between two statuses of a project, and when last. */
export interface MetValidator {
  projectId: string;
  /** Ids of statuses. */
  from: string;
  to: string;
  scope: GateScope;
  metAt: number;
}

export interface MetValidators {
  /** Those that are remembered, the last one met last; revision 0 where there never was one. Throws where they cannot be read. */
  load(): Promise<{ validators: MetValidator[]; revision: number }>;
  /** Saves on top of `revision`, or not at all where somebody else saved in between. */
  save(revision: number, validators: MetValidator[]): Promise<void>;
}

export interface GatePorts {
  /** Throws where they cannot be read. */
  policy(): Promise<AssurancePolicy>;
  requests: {
    /** Reads a request as the app. Throws where it cannot be read. */
    read(issueIdOrKey: string): Promise<RequestFacts>;
  };
  records: {
    /** By key, strongly consistent. Throws where it cannot be read. */
    ofRequest(issueId: string): Promise<KeptOfRequest>;
    /** A session that a request has claimed. Throws where it cannot be read. */
    session(interviewId: string): Promise<Verification | undefined>;
    /** Remembers what a request needs, together with what it needed before. */
    keepNeeds(issueId: string, needs: Requirement): Promise<void>;
  };
  metValidators: MetValidators;
  clock: { now(): number };
}
