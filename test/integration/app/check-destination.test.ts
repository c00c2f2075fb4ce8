import { desk, useFreshDesk } from './fresh-desk';

useFreshDesk();

const invokes = (functionKey: string, payload: object, as = 'agent') =>
  desk.invoke({ as, functionKey, payload, issue: 'HELP-1' });
const check = (phone: unknown, as = 'agent') => invokes('checkDestination', { phone }, as);

test('a number is told in international form, with its country and nothing else', async () => {
  const data = { number: '+1 415 555 0123', country: 'US' };
  expect(await check('+14155550123')).toEqual({ value: { ok: true, data } });
  expect(await check('001 (415) 555-0123')).toEqual({ value: { ok: true, data } });
});

test('a number that belongs to no country is told without one', async () => {
  const { value } = (await check('+800 1234 5678')) as { value: object };
  expect(value).toEqual({ ok: true, data: { number: '+800 1234 5678' } });
});

test.each(['415 555 0123', '', '+1 415', 'ada@example.com', 7, undefined])(
  '%p is a number of no country',
  async (phone) => {
    expect(await check(phone)).toMatchObject({ value: { ok: false, error: { code: 'invalid-input' } } });
  },
);

test('what is told is where the link goes, in the country of the settings', async () => {
  await desk.saves({ defaultCountry: 'US' });
  const phone = '(415) 555-0123';
  expect(await check(phone)).toMatchObject({ value: { data: { number: '+1 415 555 0123', country: 'US' } } });
  await desk.sendsLink('HELP-1', { phone });
  expect(desk.state().incode.messages.map(({ to }) => to)).toEqual(['+14155550123']);
});

test('it reads what the admission of the agent reads anyway, and keeps nothing', async () => {
  // The site knows an entity once it was asked for.
  await check('+14155550199');
  const { calls } = desk.site.journal;
  const before = calls.length;
  const stored = JSON.stringify(desk.state().kvs);
  await check('+14155550123');
  expect(
    calls
      .slice(before)
      .map(({ target }) => target)
      .sort(),
  ).toEqual(['jira', 'kvs']);
  expect(JSON.stringify(desk.state().kvs)).toBe(stored);
});

test('no number reaches a log, neither one that can be read nor one that cannot', async () => {
  await desk.saves({ defaultCountry: 'US' });
  for (const phone of ['415 555 0123', '+1 415 555 0123 99999', '415-555-0123 x']) await check(phone);
  desk.site.faults.add({ target: 'kvs', status: 500 });
  await check('415 555 0123');
  desk.site.faults.clear();
  const { app, calls } = desk.site.journal;
  expect(JSON.stringify([app, calls]).replace(/\D/g, '')).not.toContain('4155550123');
});
