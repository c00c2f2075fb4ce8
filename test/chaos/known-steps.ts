import { CALL_FAULTS } from './steps';
import type { Fault } from 'local-site/forge/faults';
import type { About, EventName, Step } from './steps';

/** Ada is sent a link from HELP-2. */
export const sent: Extract<Step, { kind: 'send' }> = {
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
/** A move that Jira makes after its answer was given up. */
const lateMove: Step = { ...once({ target: 'jira', match: '/transitions', delay: 40_000 }), thenMs: 3000 };
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

type Of<K extends Step['kind']> = Extract<Step, { kind: K }>;

function visit(outcome: Of<'visit'>['outcome'], thenMs = 3000, session = 0): Step {
  return { kind: 'visit', session, outcome, thenMs };
}

function decide(outcome: Of<'decide'>['outcome']): Step {
  return { kind: 'decide', session: 0, outcome, thenMs: 3000 };
}

function webhook(event: EventName, thenMs = 3000, about: About = 'the employee'): Step {
  return { kind: 'webhook', session: 0, event, about, thenMs };
}

function gate(thenMs = 3000): Step {
  return { kind: 'gate', issue: 'HELP-1', thenMs };
}

/** Ada says that she did not ask for it. */
const objects: Step = { kind: 'object', issue: 'HELP-1', thenMs: 3000 };

const rule: Step = { kind: 'rule', thenMs: 0 };

function code(digits: Of<'code'>['digits'], thenMs = 3000): Step {
  return { kind: 'code', issue: 'HELP-1', digits, thenMs };
}

/** A rule of Automation sends Ada a link, or asks how it stands with her. */
function action(key: Of<'action'>['action'], thenMs: number): Step {
  return { kind: 'action', action: key, as: 'agent', issue: 'HELP-1', thenMs };
}

/** Ada, who reported HELP-1, is sent a link from there. */
const sentToReporter: Step = { ...sent, issue: 'HELP-1' };

/** Longer than a pass counts. */
const UNTIL_TOO_OLD_MS = 65 * 60_000;

/** Longer than telling a ticket takes. */
const AWHILE_MS = 70_000;

/** Schedules that show a mistake that somebody could make, plainest first: what is often wrong is found soon. */
const PLAIN_STEPS: readonly Step[][] = [
  // A pass is told and moves the request; then it is taken back.
  [sent, visit('pass', AWHILE_MS), webhook('SESSION_FAILED')],
  // A review is told, and somebody decides it later than a pass counts from.
  [sent, visit('review', AWHILE_MS), decide('passed')],
  // A newer link ends differently than the one before.
  [sent, visit('pass', AWHILE_MS), sent, visit('fail')],
  // The employee completes a link that was replaced.
  [sent, sent, visit('pass', 3000, 1)],
  // Two requests want to send to one employee.
  [sent, { ...sent, issue: 'HELP-1' }, visit('pass')],
  // Another verdict comes while the first one is still being written.
  [
    sent,
    { kind: 'fault', fault: { target: 'kvs', match: '/transaction', delay: 3000, times: 2 }, thenMs: 20 },
    webhook('SESSION_SUCCEEDED', 300),
    webhook('SESSION_FAILED'),
  ],
  // The verdict is somebody else's, or names another identity first.
  [sent, visit('walk away'), webhook('SESSION_SUCCEEDED', 3000, 'somebody else')],
  [sent, webhook('SESSION_STARTED', 3000, 'another identity'), visit('pass')],
  // A person moves the request before its result comes.
  [sent, { kind: 'move', issue: 'HELP-2', to: 'Waiting for customer', thenMs: 3000 }, visit('pass')],
  // The employee passes before the link is saved: claiming and saving take three seconds each.
  [
    { kind: 'fault', fault: { target: 'kvs', match: '/transaction', delay: 3000, times: 2 }, thenMs: 20 },
    { ...sent, thenMs: 4500 },
    visit('pass'),
  ],
  // No event can be written at first, nor what is kept beside it.
  [
    sent,
    { kind: 'fault', fault: { target: 'kvs', match: '/transaction', status: 503, times: 6 }, thenMs: 20 },
    visit('pass'),
  ],
  // The fields of a link that was sent are written long after it was passed.
  [once({ target: 'jira', match: '/app/field/value', delay: 40_000 }), sent, passes],
  // A comment's answer is lost.
  [sent, lost, passes],
  // A comment is posted again, and then Jira shows the first one after all.
  [sent, late, passes],
];

/** Schedules that chance rarely comes upon, and that were wrong once or show a mistake that could be made. */
export const KNOWN_STEPS: readonly Step[][] = [
  ...PLAIN_STEPS,
  // A review's move is made and its answer lost, and a pass overtakes the review.
  [
    sent,
    once({ target: 'jira', match: '/transitions', drop: true }),
    visit('review', 20_000),
    decide('passed'),
  ],
  // A pass cannot be told at once, and is conflicting before it is told.
  [sent, once({ target: 'jira', match: '/comment', hang: true }), visit('pass'), webhook('SESSION_FAILED')],
  // A link goes out whose session nobody learns; its pass must not count, that of the next link must.
  [
    once({ target: 'egress', match: 'request-new', drop: true }),
    sent,
    visit('pass', AWHILE_MS),
    sent,
    visit('fail'),
  ],
  ...RARE_CALLS.flatMap((call) => Object.values(CALL_FAULTS).map((what) => rareSteps(call, what))),
  // A guarded transition is tried while Jira fails, with a pass that is too old, and with one that was replaced.
  [once({ target: 'jira', match: 'navigable', status: 500 }), gate()],
  [sentToReporter, visit('pass', AWHILE_MS), gate(UNTIL_TOO_OLD_MS), gate()],
  [sentToReporter, visit('pass', AWHILE_MS), sentToReporter, gate()],
  // The employee objects: to a pass that was told, before the result comes, and while the next link is being sent.
  [sentToReporter, visit('pass', AWHILE_MS), objects, gate(), sentToReporter],
  [sentToReporter, objects, visit('pass', AWHILE_MS), gate()],
  [sentToReporter, { ...sentToReporter, thenMs: 20 }, objects, visit('pass', AWHILE_MS), gate()],
  [rule, sentToReporter, { ...sentToReporter, thenMs: 20 }, objects, visit('pass', AWHILE_MS), gate()],
  // The caller's code is asked for: nobody checks it, only wrong digits are read, and too many of them before the right ones.
  [rule, sentToReporter, visit('pass', AWHILE_MS), gate(), code('right'), gate()],
  [rule, sentToReporter, code('wrong'), visit('pass', AWHILE_MS), gate()],
  [
    rule,
    sentToReporter,
    code('wrong'),
    code('wrong'),
    code('wrong'),
    code('right'),
    visit('pass', AWHILE_MS),
    gate(),
  ],
  // It was checked for a link that was replaced.
  [rule, sentToReporter, code('right'), sentToReporter, visit('pass', AWHILE_MS), gate()],
  // What the employee is told is there, though nobody was told so.
  [rule, lost, { ...sentToReporter, thenMs: 400_000 }, visit('pass', AWHILE_MS)],
  [rule, { ...sentToReporter, thenMs: AWHILE_MS }, lost, visit('pass', AWHILE_MS), objects],
  // Automation sends twice at once, while a link is live, and after it was passed.
  [action('send-verification-link', 0), action('send-verification-link', 20_000), passes],
  [
    action('send-verification-link', 20_000),
    action('send-verification-link', 20_000),
    visit('pass', AWHILE_MS),
    action('get-identity-verification', 20_000),
    action('send-verification-link', 20_000),
    action('get-identity-verification', 20_000),
  ],
  // What the employee was told of the link is told again, and Jira shows it twice once the link is over.
  [rule, late, { ...sentToReporter, thenMs: 400_000 }],
  [rule, late, { ...sentToReporter, thenMs: 400_000 }, visit('fail', AWHILE_MS)],
  // Jira makes the pass's move only after the pass was taken back.
  [sent, visit('pass', 0), lateMove, webhook('SESSION_FAILED')],
];
