import type { CallTargetName } from 'local-site/forge/faults';
import type { BundleSizes } from './bundles';
import type { JobName } from './jobs';
import type { Counts } from './measure';

/** What a job may cost at most; calls of a target that is not named are none. */
export interface Budget {
  invocations: number;
  /** Calls in sequence; without it any number. */
  steps?: number;
  calls: Partial<Record<CallTargetName, number>>;
}

/** What changes may not make worse without somebody saying so here. */
export const budgets: Record<JobName, Budget> = {
  'open the panel': { invocations: 1, steps: 2, calls: { jira: 2, kvs: 3, realtime: 1 } },
  'open the side bar': { invocations: 1, steps: 2, calls: { jira: 1, kvs: 2, realtime: 1 } },
  'open the settings': { invocations: 1, steps: 1, calls: { jira: 2, kvs: 6, graphql: 1 } },
  // It is announced that a link is being sent, and that it was; the fields are queued. The reporter's account is looked up, since it has to be
  // reported to Atlassian, and remembered beside the claim where it is new.
  'send, with a token at hand': {
    invocations: 1,
    steps: 6,
    calls: { jira: 2, kvs: 12, secret: 3, egress: 1, queue: 1, realtime: 3 },
  },
  'send, with a new token': {
    invocations: 1,
    steps: 7,
    calls: { jira: 2, kvs: 14, secret: 4, egress: 2, queue: 1, realtime: 3 },
  },
  'webhook to acknowledgement': { invocations: 1, steps: 4, calls: { kvs: 6, queue: 1, realtime: 2 } },
  'webhook to panel': { invocations: 2, steps: 6, calls: { jira: 1, kvs: 9, queue: 1, realtime: 2 } },
  'webhook to comment': { invocations: 2, steps: 9, calls: { jira: 3, kvs: 12, queue: 1, realtime: 3 } },
  // The fields are written beside the comment.
  'webhook to ticket done': { invocations: 2, steps: 12, calls: { jira: 5, kvs: 14, queue: 1, realtime: 4 } },
  'sent link to fields': { invocations: 1, steps: 6, calls: { jira: 1, kvs: 4 } },
  'open the portal': { invocations: 1, steps: 3, calls: { jira: 2, kvs: 2, secret: 1 } },
  'check the caller’s code': { invocations: 1, steps: 5, calls: { jira: 1, kvs: 6, secret: 1, realtime: 2 } },
  // Each run is counted before anything is sent, and the request's records are new.
  'send a link by a rule': {
    invocations: 1,
    steps: 10,
    calls: { jira: 2, kvs: 15, secret: 3, egress: 1, queue: 1, realtime: 3 },
  },
  // The request is read as the user, who has to see it, and as the app, whose word counts for rules.
  'read by a rule how it stands': { invocations: 1, steps: 4, calls: { jira: 3, kvs: 4 } },
  // It also reads where its validators were met, and writes there what is new, or older than a day; it waits for neither.
  'pass the gate': { invocations: 1, steps: 3, calls: { jira: 1, kvs: 5 } },
  // One query for each kind of record that may have been kept long enough.
  'housekeeping, nothing due': { invocations: 1, steps: 3, calls: { kvs: 7 } },
};

/** What one verification may cost at most, beside an open request. */
export const wholeBudget: Budget = {
  invocations: 20,
  calls: { jira: 26, kvs: 71, secret: 3, egress: 1, queue: 3, realtime: 11 },
};

/** Bytes of each bundle, minified and compressed, beside those of the empty app with the same bundler. */
const bundleBudgets = {
  /**
   * Of the functions. *Check workflows* and what the gate remembers for it are 800 of them; 500 are for a code that is
   * confirmed after the pass, a reporter who has changed, and notes of which Jira does not say who reads them.
   */
  functionsGzip: 123_500,
  /** A frontend is at most so many times the empty app's. */
  frontendRatio: 1.25,
};

type Counted = Pick<Counts, 'invocations' | 'calls'> & Partial<Pick<Counts, 'steps'>>;

/** In what a job goes beyond its budget, in words. */
export function excessesOf(name: string, counts: Counted, budget: Budget): string[] {
  const { invocations, steps = 0, calls } = counts;
  const compared: [what: string, taken: number, most: number][] = [
    ['invocations', invocations, budget.invocations],
    ['steps', steps, budget.steps ?? Infinity],
    ...Object.entries(calls).map(([target, taken]): [string, number, number] => [
      `${target} calls`,
      taken,
      budget.calls[target as CallTargetName] ?? 0,
    ]),
  ];
  return inWords(name, compared);
}

/** In what the app's bundles go beyond their budget, in words. */
export function bundleExcesses({ app, empty }: { app: BundleSizes; empty: BundleSizes }): string[] {
  const { functions, ...frontends } = app;
  const most = (empty['panel']?.gzip ?? 0) * bundleBudgets.frontendRatio;
  return inWords('bundles', [
    ['functions', functions?.gzip ?? 0, bundleBudgets.functionsGzip],
    ...Object.entries(frontends).map(([name, { gzip }]): [string, number, number] => [name, gzip, most]),
  ]);
}

function inWords(name: string, compared: [what: string, taken: number, most: number][]): string[] {
  return compared
    .filter(([, taken, most]) => taken > most)
    .map(([what, taken, most]) => `${name}: ${taken} ${what}, ${most} at most`);
}
