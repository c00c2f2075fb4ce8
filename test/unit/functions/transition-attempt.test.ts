import { attemptIn } from '../../../src/functions/transition-attempt';

const issue = { key: 'HELP-1' };
const from = { id: '3' };
const to = { id: '5' };

// The shape that Forge's page on validators describes.
test('what Jira hands over is read', () => {
  const transition = { from, to, modifiedFields: { resolution: { name: 'Done' } } };
  expect(attemptIn({ issue, configuration: {}, transition })).toEqual({
    issueKey: 'HELP-1',
    changedFields: ['resolution'],
    transition: { from: '3', to: '5' },
  });
});

test.each([
  [{}],
  [{ to }],
  [{ from }],
  [{ from: null, to }],
  [{ from: '3', to }],
  [{ from: { id: 3 }, to }],
  [{ from, to: { id: '' } }],
  [{ from, to: { id: '5'.repeat(21) } }],
  [{ from, to: { name: 'Resolved' } }],
])('the gate is asked all the same about a transition like %j', (transition) => {
  expect(attemptIn({ issue, transition })).toEqual({
    issueKey: 'HELP-1',
    changedFields: [],
    transition: undefined,
  });
});

test.each([[undefined], [{}], [{ issue }], [{ issue: {}, transition: {} }]])(
  'it is not asked where %j is handed over',
  (request) => {
    expect(() => attemptIn(request)).toThrow();
  },
);
