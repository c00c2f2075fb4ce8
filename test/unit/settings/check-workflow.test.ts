import { checkWorkflow } from '../../../src/settings/check-workflow';

const [open, progress, done] = [
  { id: '1', name: 'Open' },
  { id: '2', name: 'In Progress' },
  { id: '3', name: 'Done' },
];
const nothing = { passed: null, failed: null, review: null };

test('a status is reachable from where a request shows it, not from where one does not, and unknown elsewhere', () => {
  const look = {
    statuses: [open, progress, done, { id: '4', name: 'Pending' }],
    seen: [
      { from: open, to: [progress] },
      { from: done, to: [open] },
    ],
  };
  expect(checkWorkflow(look, { ...nothing, passed: progress })).toEqual([
    {
      outcome: 'passed',
      target: progress,
      result: { kind: 'from', can: ['Open'], cannot: ['Done'], unknown: ['Pending'] },
    },
  ]);
});

test('a status that the project does not have is said to be missing', () => {
  const look = { statuses: [open], seen: [] };
  expect(checkWorkflow(look, { ...nothing, failed: done })).toEqual([
    { outcome: 'failed', target: done, result: { kind: 'no-such-status' } },
  ]);
});

test('outcomes that leave the status unchanged are not looked at', () => {
  expect(checkWorkflow({ statuses: [], seen: [] }, nothing)).toEqual([]);
});
