import { canTryAgain } from '../../../src/verification/ticket/problems';
import type { StepReason } from '../../../src/verification/ticket/progress';

const of = { at: 0, issue: { id: '10001', key: 'HELP-1' } };

test.each<[StepReason, boolean]>([
  ['issue-gone', true],
  ['not-a-service-project', true],
  ['gave-up', true],
  ['refused', true],
  ['no-such-transition', true],
  ['project-stopped', true],
  ['made-public', false],
  ['still-public', false],
  ['not-public', false],
])('what was not done to a ticket (%s) can be tried again: %s', (code, can) => {
  expect(canTryAgain({ ...of, kind: 'comment-impossible', code })).toBe(can);
  expect(canTryAgain({ ...of, kind: 'transition-impossible', code })).toBe(can);
  expect(canTryAgain({ ...of, kind: 'reply-impossible', code })).toBe(can);
});

test('what is wrong with a result cannot be tried again', () => {
  expect(canTryAgain({ ...of, kind: 'conflicting' })).toBe(false);
  expect(canTryAgain({ ...of, kind: 'not-sent', code: 'refused' })).toBe(false);
});
