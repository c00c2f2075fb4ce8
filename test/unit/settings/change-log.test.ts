import { withoutAccount } from '../../../src/settings/change-log';

test('a closed account is named neither as who did something nor as whose limit was lifted', () => {
  const kept = withoutAccount(
    [
      { at: 1, by: 'closed', what: 'settings-saved', names: ['limits.perAgent'] },
      { at: 2, by: 'admin', what: 'limit-lifted', names: ['agent', 'closed'], reason: 'busy day' },
      { at: 3, by: 'admin', what: 'panel-shown' },
    ],
    'closed',
  );
  expect(kept).toEqual([
    { at: 1, by: '', what: 'settings-saved', names: ['limits.perAgent'] },
    { at: 2, by: 'admin', what: 'limit-lifted', names: ['agent'], reason: 'busy day' },
    { at: 3, by: 'admin', what: 'panel-shown' },
  ]);
});
