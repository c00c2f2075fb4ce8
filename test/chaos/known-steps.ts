import { CALL_FAULTS } from './steps';
import type { Fault } from 'local-site/forge/faults';
import type { Step } from './steps';

/** Ada is sent a link from HELP-2. */
export const sent: Step = {
  kind: 'send',
  as: 'agent',
  issue: 'HELP-2',
  email: 'ada.lovelace@example.com',
  thenMs: 20_000,
};

/** She passes, and what follows comes to rest. */
export const passes: Step = { kind: 'visit', session: 0, outcome: 'pass', thenMs: 1_500_000 };

/** A fault that one call meets. */
export function once(fault: Fault): Step {
  return { kind: 'fault', fault: { ...fault, times: 1 }, thenMs: 20 };
}

/** A comment that Jira takes in long after it seemed lost. */
const late = once({ target: 'jira', match: 'POST /rest/api/3/issue/', delay: 300_000 });
/** A comment that is there, though nobody was told. */
const lost = once({ target: 'jira', match: '/comment', drop: true });

/** What is only called once a comment's answer was lost, and what only once there are two. */
export const RARE_CALLS = [
  { target: 'jira', match: 'orderBy=-created' },
  { target: 'jira', match: 'comment/list' },
  { target: 'jira', match: 'DELETE' },
] as const;

function rareSteps({ target, match }: (typeof RARE_CALLS)[number], what: object): Step[] {
  return [sent, match === 'DELETE' ? late : lost, once({ target, match, ...what }), passes];
}

/** Schedules that chance rarely comes upon, and that were wrong once or show a mistake that could be made. */
export const KNOWN_STEPS: readonly Step[][] = [
  // A review's move is made and its answer lost, and a pass overtakes the review.
  [
    sent,
    { kind: 'fault', fault: { target: 'jira', match: '/transitions', drop: true, times: 1 }, thenMs: 20 },
    { kind: 'visit', session: 0, outcome: 'review', thenMs: 20_000 },
    { kind: 'decide', session: 0, outcome: 'passed', thenMs: 3000 },
  ],
  // A pass cannot be told at once, and is conflicting before it is told.
  [
    sent,
    { kind: 'fault', fault: { target: 'jira', match: '/comment', hang: true, times: 1 }, thenMs: 20 },
    { kind: 'visit', session: 0, outcome: 'pass', thenMs: 3000 },
    { kind: 'webhook', session: 0, event: 'SESSION_FAILED', about: 'the employee', thenMs: 3000 },
  ],
  // A link goes out whose session nobody learns; its pass must not count, that of the next link must.
  [
    {
      kind: 'fault',
      fault: { target: 'egress', match: 'request-new', drop: true, times: 1 },
      thenMs: 20,
    },
    sent,
    { kind: 'visit', session: 0, outcome: 'pass', thenMs: 70_000 },
    sent,
    { kind: 'visit', session: 0, outcome: 'fail', thenMs: 3000 },
  ],
  // A comment is posted again, and then Jira shows the first one after all.
  [sent, late, passes],
  ...RARE_CALLS.flatMap((call) => Object.values(CALL_FAULTS).map((what) => rareSteps(call, what))),
];
