import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { checkWorkflow, validatorNames } from '../../../src/settings/check-workflow';
import type { GateScope } from '../../../src/assurance/ports';
import type { Guards } from '../../../src/settings/check-workflow';

const [open, progress, done] = [
  { id: '1', name: 'Open' },
  { id: '2', name: 'In Progress' },
  { id: '3', name: 'Done' },
];
const nothing = { passed: null, failed: null, review: null };
const noGuards: Guards = { met: [], hasRule: true };

test('a status is reachable from where a request shows it, not from where one does not, and unknown elsewhere', () => {
  const look = {
    statuses: [open, progress, done, { id: '4', name: 'Pending' }],
    seen: [
      { from: open, to: [progress] },
      { from: done, to: [open] },
    ],
  };
  expect(checkWorkflow(look, { ...nothing, passed: progress }, noGuards)).toEqual([
    {
      outcome: 'passed',
      target: progress,
      result: { kind: 'from', can: ['Open'], cannot: ['Done'], unknown: ['Pending'] },
      met: [],
    },
  ]);
});

test('a status that the project does not have is said to be missing', () => {
  const look = { statuses: [open], seen: [] };
  expect(checkWorkflow(look, { ...nothing, failed: done }, noGuards)).toEqual([
    { outcome: 'failed', target: done, result: { kind: 'no-such-status' }, met: [] },
  ]);
});

test('outcomes that leave the status unchanged are not looked at', () => {
  expect(checkWorkflow({ statuses: [], seen: [] }, nothing, noGuards)).toEqual([]);
});

describe('a validator that was met on the way to the status', () => {
  const look = {
    statuses: [open, progress, done],
    seen: [
      { from: open, to: [done] },
      { from: progress, to: [open] },
    ],
  };
  const met = (scope: GateScope, from = open.id, to = done.id) => ({
    projectId: 'help',
    from,
    to,
    scope,
    metAt: 7,
  });

  /** What is told of the way to *Done*, with the status done for this outcome. */
  function told(outcome: 'passed' | 'failed' | 'review', guards: Guards) {
    const [check] = checkWorkflow(look, { ...nothing, [outcome]: done }, guards);
    return check?.met;
  }

  test.each([
    ['passed', 'every-request', true, 'asks'],
    ['failed', 'every-request', true, 'blocks'],
    ['review', 'every-request', false, 'blocks'],
    ['passed', 'rules-only', true, 'asks'],
    ['failed', 'rules-only', true, 'blocks-by-rule'],
    ['review', 'rules-only', true, 'blocks-by-rule'],
    ['failed', 'rules-only', false, 'idle'],
    ['passed', 'rules-only', false, 'idle'],
  ] as const)('%s, %s, with a rule: %s: %s', (outcome, scope, hasRule, hold) => {
    const guards = { met: [met(scope)], hasRule };
    expect(told(outcome, guards)).toEqual([
      { from: 'Open', validator: validatorNames[scope], metAt: 7, hold },
    ]);
  });

  test('is told with the status from which it was met, and only where the app could go that way', () => {
    const elsewhere = [met('every-request', open.id, progress.id), met('every-request', progress.id)];
    expect(told('failed', { met: elsewhere, hasRule: true })).toEqual([]);
    const unseen = { met: [met('every-request', progress.id)], hasRule: true };
    const [check] = checkWorkflow({ ...look, seen: [] }, { ...nothing, failed: done }, unseen);
    expect(check?.met).toMatchObject([{ from: 'In Progress' }]);
  });
});

test('validators are called what the manifest calls them', () => {
  const manifest = parse(readFileSync(resolve(__dirname, '../../../manifest.yml'), 'utf8')) as {
    modules: { 'jira:workflowValidator': { name: string; function: string }[] };
  };
  const names = manifest.modules['jira:workflowValidator'].map((each) => [each.function, each.name]);
  expect(Object.entries(validatorNames).map(([scope, name]) => [`gate-${scope}`, name])).toEqual(names);
});
