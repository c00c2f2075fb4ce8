import type { CallTargetName } from '../site/forge/faults';

/** What no way of doing a job could do without. */
export interface Floor {
  /** What has to wait for one another: of each step the slowest call. */
  path: [target: CallTargetName, what: string][];
  /** All calls, by target. */
  calls: Partial<Record<CallTargetName, number>>;
}

const permission = ['jira', 'what the user may do here'] as Floor['path'][number];
/** Beside the permission: settings and ticket in one request, the history, the request in Jira, the right to listen. */
const panel: Floor['path'] = [permission, ['kvs', 'the verification that the ticket names']];

const sending: Floor['path'] = [
  permission,
  ['kvs', 'the employee, under a key made with the installation’s secret'],
  ['kvs', 'claim ticket, employee and agent'],
  ['egress', 'request-new'],
  ['kvs', 'create the verification'],
  ['kvs', 'join it with ticket and employee'],
  ['realtime', 'announce'],
];
const sendingCalls = { jira: 2, kvs: 5, secret: 3, egress: 1, realtime: 2 };

const recording: Floor['path'] = [
  ['kvs', 'the settings, with the digest of the secret'],
  ['kvs', 'the verification'],
  ['kvs', 'save it'],
];
const pushed: Floor['path'] = [...recording, ['queue', 'push']];
const commented: Floor['path'] = [
  ...pushed,
  ['queue', 'delivery'],
  ['kvs', 'the verification as it is by now'],
  ['kvs', 'take the entry'],
  ['jira', 'comment'],
];
const recordingCalls = { kvs: 3, queue: 1, realtime: 2 };

/** Each call that is in a floor needs something that only the one before it can tell, or must not be done before. */
export const floors = {
  'open the panel': { path: panel, calls: { jira: 2, kvs: 3, realtime: 1 } },
  'open the side bar': { path: panel, calls: { jira: 1, kvs: 2, realtime: 1 } },
  'open the settings': { path: [permission], calls: { jira: 3, kvs: 2, graphql: 1 } },
  'send, with a token at hand': { path: sending, calls: sendingCalls },
  'send, with a new token': {
    path: [...sending.slice(0, 3), ['egress', 'token'], ...sending.slice(3)],
    calls: { ...sendingCalls, secret: 4, egress: 2 },
  },
  'webhook to acknowledgement': { path: pushed, calls: recordingCalls },
  'webhook to panel': {
    path: [...recording, ['realtime', 'announce'], ...panel],
    calls: { ...recordingCalls, kvs: 6, jira: 2, realtime: 3 },
  },
  'webhook to comment': { path: commented, calls: { ...recordingCalls, kvs: 7, jira: 2 } },
  'webhook to ticket done': {
    path: [
      ...commented,
      ['jira', 'transition'],
      ['kvs', 'write down what was done'],
      ['realtime', 'announce'],
    ],
    calls: { ...recordingCalls, kvs: 9, jira: 3, realtime: 4 },
  },
} satisfies Record<string, Floor>;
