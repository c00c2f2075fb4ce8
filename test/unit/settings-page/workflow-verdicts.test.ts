import {
  statusesChecked,
  validatorsMet,
  verdictFor,
} from '../../../src/frontend/settings-page/workflow-verdicts';
import type { WorkflowCheck } from '../../../src/contract/settings-page';

const passed: WorkflowCheck['outcomes'][number] = {
  outcome: 'passed',
  target: { id: '3', name: 'In Progress' },
  result: { kind: 'from', can: ['Open'], cannot: ['Resolved'], unknown: ['Pending'] },
  met: [],
};
const failed: WorkflowCheck['outcomes'][number] = {
  outcome: 'failed',
  target: { id: '9', name: 'Escalated' },
  result: { kind: 'no-such-status' },
  met: [],
};
const check = { projectId: '1', outcomes: [passed, failed] };

test('a row is made for each status that was looked at', () => {
  expect(statusesChecked(check)).toEqual(['Open', 'Resolved', 'Pending']);
  expect(statusesChecked({ ...check, outcomes: [failed] })).toEqual([]);
});

test.each([
  [passed, 'Open', 'can'],
  [passed, 'Resolved', 'cannot'],
  [passed, 'Pending', 'unknown'],
  [passed, 'In Progress', 'there'],
  [failed, 'Open', 'no-such-status'],
] as const)('%j from %s: %s', (outcome, status, verdict) => {
  expect(verdictFor(outcome, status)).toBe(verdict);
});

describe('a status from which a validator was met', () => {
  const metAt = 0;
  const met = [
    { from: 'Open', validator: 'Strict', metAt, hold: 'blocks' },
    { from: 'Open', validator: 'By rule', metAt, hold: 'blocks-by-rule' },
    { from: 'Pending', validator: 'Strict', metAt, hold: 'blocks' },
    { from: 'Waiting', validator: 'By rule', metAt, hold: 'blocks-by-rule' },
  ] as const;
  const held: typeof passed = {
    outcome: 'failed',
    target: { id: '9', name: 'Escalated' },
    result: {
      kind: 'from',
      can: ['Open', 'Waiting', 'New'],
      cannot: [],
      unknown: ['Pending'],
    },
    met: [...met],
  };

  test('counts as blocked where the validator blocks every request', () => {
    const statuses = ['Open', 'Pending', 'Waiting', 'New'];
    const verdicts = statuses.map((status) => verdictFor(held, status));
    expect(verdicts).toEqual(['blocked', 'blocked', 'can', 'can']);
  });

  test('has all that were met there', () => {
    expect(validatorsMet(held, 'Open')).toEqual(met.slice(0, 2));
    expect(validatorsMet(failed, 'Open')).toEqual([]);
  });
});
