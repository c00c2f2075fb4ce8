import { withEntry, withoutAccount } from '../../../src/settings/change-log';

describe('work that takes several calls', () => {
  const begun = { at: 1000, by: 'admin', what: 'employee-erased', isUnfinished: true } as const;
  const done = { at: 26_000, by: 'admin', what: 'employee-erased' } as const;
  const before = [{ at: 1, by: 'admin', what: 'panel-shown' }] as const;

  test('has one entry, that of its last call', () => {
    const more = { ...begun, at: 13_000 };
    expect([begun, more, done].reduce(withEntry, [...before])).toEqual([done, ...before]);
  });

  test('keeps the entry of its last call where nobody went on', () => {
    const elsewhere = { at: 2000, by: 'admin', what: 'settings-saved' } as const;
    expect([begun, elsewhere, done].reduce(withEntry, [...before])).toEqual([
      done,
      elsewhere,
      begun,
      ...before,
    ]);
  });

  test.each([
    ['by somebody else', { ...done, by: 'another' }],
    ['much later', { ...done, at: 61_001 }],
  ])('is other work %s', (_, entry) => {
    expect(withEntry([begun, ...before], entry)).toEqual([entry, begun, ...before]);
  });

  test('is not gone on with after it was done', () => {
    const another = { ...done, at: 30_000 };
    expect(withEntry([done], another)).toEqual([another, done]);
  });
});

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
