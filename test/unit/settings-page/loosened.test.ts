import { loosened } from '../../../src/frontend/settings-page/loosened';

const safe = {
  areCommentsInternal: true,
  typedDestinations: 'not-allowed',
  identityChange: 'review',
  missingIdentity: 'review',
  agentsGroup: 'verifiers',
} as const;

const loose = {
  areCommentsInternal: false,
  typedDestinations: 'allowed',
  identityChange: 'ignore',
  missingIdentity: 'ignore',
  agentsGroup: '',
} as const;

test.each(Object.entries(loose))('%s set to %j is looser than it was', (name, value) => {
  expect(loosened(safe, { ...safe, [name]: value })).toEqual([name]);
});

test('destinations that are typed are looser with a reason than not at all', () => {
  expect(loosened(safe, { ...safe, typedDestinations: 'with-reason' })).toEqual(['typedDestinations']);
});

test('neither what is safer nor what stays as it is counts as looser', () => {
  expect(loosened(loose, safe)).toEqual([]);
  expect(loosened(loose, loose)).toEqual([]);
});
