import { statusesChecked, verdictFor } from '../../../src/frontend/settings-page/workflow-verdicts';
import type { WorkflowCheck } from '../../../src/contract/settings-page';

const passed: WorkflowCheck['outcomes'][number] = {
  outcome: 'passed',
  target: { id: '3', name: 'In Progress' },
  result: { kind: 'from', can: ['Open'], cannot: ['Resolved'], unknown: ['Pending'] },
};
const failed: WorkflowCheck['outcomes'][number] = {
  outcome: 'failed',
  target: { id: '9', name: 'Escalated' },
  result: { kind: 'no-such-status' },
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
