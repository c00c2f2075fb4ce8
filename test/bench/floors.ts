import type { CallTargetName } from 'local-site/forge/faults';

/** The least that a job needs, however it is done. */
export interface Floor {
  /** The calls that have to wait for one another. */
  path: Step[];
  /** The targets on the path that takes longest, where that is another path. */
  slowest?: CallTargetName[];
  /** All calls, by target. */
  calls: Partial<Record<CallTargetName, number>>;
}

type Step = [target: CallTargetName, what: string];

/** Beside it Jira is asked what the user may do, and of the request; the history is read, and a channel is signed. */
const panel: Step[] = [
  ['kvs', 'the ticket, with the settings'],
  ['kvs', 'the verification that it names'],
];

/** Beside the first steps Jira is asked what the user may do, and of the request; nothing is written before. */
const sending: Step[] = [
  ['secret', 'the key that the employee is found under'],
  ['kvs', 'the employee; beside it settings, ticket, agent, credentials, token'],
  ['kvs', 'claim ticket, employee and agent'],
  ['egress', 'request-new'],
  ['kvs', 'create the verification; beside it what identity is known of the employee'],
  ['kvs', 'join it with ticket and employee; beside it announce, with a token signed before'],
];
const sendingWay: CallTargetName[] = ['jira', 'kvs', 'egress', 'kvs', 'realtime'];
const sendingCalls = { jira: 2, kvs: 8, secret: 3, egress: 1, queue: 1, realtime: 3 };

const recording: Step[] = [
  ['kvs', 'the settings, with the digest of the secret'],
  ['kvs', 'the verification'],
  ['kvs', 'save it'],
];
const pushed: Step[] = [
  ...recording,
  ['queue', 'push; beside it announce, and remember the identity that the pass proves'],
];
const commented: Step[] = [
  ...pushed,
  ['queue', 'delivery'],
  // A message names an issue only: what is told is the outcome of the session that is current by then.
  ['kvs', 'the ticket, with its current session’s id'],
  ['kvs', 'the session as it is by now'],
  ['kvs', 'take the lease; beside it Jira’s issue'],
  ['jira', 'comment; beside it the issue’s fields'],
];
const recordingCalls = { kvs: 4, queue: 1, realtime: 2 };

/** Each call on a path needs the answer of the one before it, or must not be made earlier. */
export const floors = {
  'open the panel': { path: panel, slowest: ['jira'], calls: { jira: 2, kvs: 3, realtime: 1 } },
  'open the side bar': { path: panel, slowest: ['jira'], calls: { jira: 1, kvs: 2, realtime: 1 } },
  'open the settings': {
    path: [['jira', 'may the user administer; beside it statuses']],
    calls: { jira: 2, kvs: 2, graphql: 1 },
  },
  'send, with a token at hand': { path: sending, slowest: sendingWay, calls: sendingCalls },
  'send, with a new token': {
    path: [...sending.slice(0, 3), ['egress', 'token'], ...sending.slice(3)],
    slowest: ['egress', ...sendingWay.slice(2)],
    calls: { ...sendingCalls, secret: 4, egress: 2 },
  },
  'webhook to acknowledgement': { path: pushed, calls: recordingCalls },
  'webhook to panel': {
    path: [...recording, ['realtime', 'announce'], ...panel],
    slowest: ['kvs', 'kvs', 'kvs', 'realtime', 'jira'],
    // The panel has a channel, and the requester.
    calls: { ...recordingCalls, kvs: 7, jira: 1 },
  },
  'webhook to comment': {
    path: commented,
    slowest: ['kvs', 'kvs', 'kvs', 'queue', 'queue', 'kvs', 'kvs', 'jira', 'jira'],
    calls: { ...recordingCalls, kvs: 8, jira: 3 },
  },
  'webhook to ticket done': {
    path: [
      ...commented,
      [
        'jira',
        'transition; beside it the project once more, since an internal note is internal in a service project only',
      ],
      ['kvs', 'write down what was done'],
      ['realtime', 'announce'],
    ],
    slowest: ['kvs', 'kvs', 'kvs', 'queue', 'queue', 'kvs', 'kvs', 'jira', 'jira', 'jira', 'kvs', 'realtime'],
    calls: { ...recordingCalls, kvs: 9, jira: 5, realtime: 4 },
  },
  'sent link to fields': {
    path: [
      ['queue', 'delivery'],
      ['kvs', 'the ticket, with its current session’s id'],
      ['kvs', 'the session as it is by now'],
      ['kvs', 'take the lease'],
      ['jira', 'both fields'],
      ['kvs', 'write down that they are written'],
    ],
    calls: { kvs: 4, jira: 1 },
  },
  'open the portal': {
    path: [
      ['jira', 'the request: the portal tells its key only'],
      ['kvs', 'the ticket, with the settings'],
      ['kvs', 'the session that it names; beside it the key that codes are made with, and the agent’s name'],
    ],
    slowest: ['jira', 'kvs', 'jira'],
    calls: { jira: 2, kvs: 2, secret: 1 },
  },
  'check the caller’s code': {
    path: [
      ['jira', 'may the user verify'],
      ['kvs', 'the session; beside it the ticket, and the key that codes are made with'],
      [
        'kvs',
        'the employee, who may have had too many wrong ones; beside it whether the agent is remembered',
      ],
      ['kvs', 'write down how it was tried'],
      ['realtime', 'announce, with a token signed before'],
    ],
    calls: { jira: 1, kvs: 6, secret: 1, realtime: 2 },
  },
  'send a link by a rule': {
    path: [['jira', 'the request: a rule tells its key only'], ...sending],
    slowest: ['jira', ...sendingWay],
    calls: sendingCalls,
  },
  'read by a rule how it stands': {
    path: [
      ['jira', 'the request: a rule tells its key only'],
      ['kvs', 'the ticket, with the settings; beside it Jira is asked what the user may do'],
      ['kvs', 'the session that it names'],
    ],
    slowest: ['jira', 'jira', 'kvs'],
    calls: { jira: 2, kvs: 2 },
  },
  'pass the gate': {
    path: [
      ['jira', 'the request: a validator is told its key only; beside it the settings'],
      ['kvs', 'the ticket'],
      ['kvs', 'the session that it names'],
    ],
    calls: { jira: 1, kvs: 3 },
  },
  'housekeeping, nothing due': {
    path: [
      ['kvs', 'the settings; beside it what is due'],
      ['kvs', 'verifications, and identities, that were kept long enough'],
    ],
    calls: { kvs: 4 },
  },
} satisfies Record<string, Floor>;
