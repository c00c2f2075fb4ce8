import { loosened } from '../../../src/frontend/settings-page/loosened';
import type { SettingsForm } from '../../../src/contract/settings-page';

const safe = {
  areCommentsInternal: true,
  doDemoResultsMoveTickets: false,
  typedDestinations: 'not-allowed',
  identityChange: 'review',
  missingIdentity: 'review',
  rules: {},
  agentsGroup: 'verifiers',
} as const;

const loose = {
  areCommentsInternal: false,
  doDemoResultsMoveTickets: true,
  typedDestinations: 'allowed',
  identityChange: 'ignore',
  missingIdentity: 'ignore',
  rules: {},
  agentsGroup: '',
} as const;

test.each(Object.entries(loose).filter(([name]) => name !== 'rules'))(
  '%s set to %j is looser than it was',
  (name, value) => {
    expect(loosened(safe, { ...safe, [name]: value })).toEqual([name]);
  },
);

test('destinations that are typed are looser with a reason than not at all', () => {
  expect(loosened(safe, { ...safe, typedDestinations: 'with-reason' })).toEqual(['typedDestinations']);
});

test('neither what is safer nor what stays as it is counts as looser', () => {
  expect(loosened(loose, safe)).toEqual([]);
  expect(loosened(loose, loose)).toEqual([]);
});

const access = { id: '13', name: 'Access' };
const reset = { id: '11', name: 'Password reset' };
const rule: SettingsForm['rules'][string] = {
  name: 'Password resets',
  projectId: '10000',
  requestTypes: [reset, access],
  passCountsMinutes: 60,
  about: 'reporter',
  needsCode: true,
};

test.each([
  ['is removed', undefined],
  ['is for fewer request types', { ...rule, requestTypes: [reset] }],
  ['is for another project', { ...rule, projectId: '10001' }],
  ['lets a pass count longer', { ...rule, passCountsMinutes: 61 }],
  ['no longer asks for the code', { ...rule, needsCode: false }],
  ['lets a pass be about somebody else', { ...rule, about: 'named' as const }],
])('a rule is looser where it %s', (_, changed) => {
  const after = { ...safe, rules: changed ? { 1: changed } : {} };
  expect(loosened({ ...safe, rules: { 1: rule } }, after)).toEqual(['rules']);
});

test.each([
  ['has another name', { ...rule, name: 'Resets' }],
  ['is for more request types', { ...rule, requestTypes: [reset, access, { id: '12', name: 'New device' }] }],
  ['is for all others', { ...rule, requestTypes: null }],
  ['lets a pass count less long', { ...rule, passCountsMinutes: 5 }],
])('a rule is no looser where it %s', (_, changed) => {
  const after = { ...safe, rules: { 1: changed } };
  expect(loosened({ ...safe, rules: { 1: rule } }, after)).toEqual([]);
});
