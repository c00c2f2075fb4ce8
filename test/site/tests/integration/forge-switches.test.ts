import type { Noticeboard } from './noticeboard';
import { startNoticeboard } from './noticeboard';

let noticeboard: Noticeboard;

beforeAll(async () => {
  noticeboard = await startNoticeboard();
});
beforeEach(() => noticeboard.site.reset());

const turn = (switches: object) => noticeboard.door('POST', '/site/switches', switches);
const later = (advance: string) => noticeboard.door('POST', '/site/clock', { advance });
const kvs = (method: string, ...args: unknown[]) => noticeboard.tool('kvs', { method, args });
const claim = (ttl?: object) => kvs('set', 'claim', 1, { keyPolicy: 'FAIL_IF_EXISTS', ...(ttl && { ttl }) });

it('the door tells all switches, and a reset puts them back', async () => {
  await turn({ schedulesRunTwice: true });
  expect((await noticeboard.door('GET', '/site/switches')).body).toMatchObject({ schedulesRunTwice: true });
  await noticeboard.site.reset();
  expect((await noticeboard.door('GET', '/site/switches')).body).toMatchObject({ schedulesRunTwice: false });
});

it.each([{ schedulesRunThrice: true }, { schedulesRunTwice: 'yes' }, { keyConflict: { status: 400 } }])(
  'the door refuses %j, and says why',
  async (switches) => {
    const { status, body } = await turn(switches);
    expect([status, body]).toEqual([400, { error: { message: expect.any(String) as string } }]);
  },
);

describe('a schedule', () => {
  const swept = () => noticeboard.site.journal.app.filter(({ text }) => text === 'swept clean').length;

  it.each([
    [false, 1],
    [true, 2],
  ])('may run twice: %s', async (schedulesRunTwice, times) => {
    await turn({ schedulesRunTwice });
    await later('PT5M1S');
    expect(swept()).toBe(times);
  });
});

describe('a key whose value has expired and is still there', () => {
  it.each([
    [false, 'KEY_CONFLICT'],
    [true, undefined],
  ])('can be claimed: %s', async (canClaimExpiredKeys, code) => {
    await turn({ canClaimExpiredKeys });
    const ttl = { value: 1, unit: 'MINUTES' };
    await claim(ttl);
    expect((await claim(ttl)).threw?.code).toBe('KEY_CONFLICT');
    await later('PT2M');
    expect((await kvs('get', 'claim')).got).toBe(1);
    expect((await claim()).threw?.code).toBe(code);
  });

  it('may also be gone at once', async () => {
    await turn({ expiredLingerMs: 0 });
    await claim({ value: 1, unit: 'MINUTES' });
    await later('PT2M');
    expect(await kvs('get', 'claim')).toEqual({});
  });
});

describe('an attribute of the type integer', () => {
  const keep = (rev: number) =>
    noticeboard.tool('entity', { name: 'notice', method: 'set', args: ['n', { rev }] });

  it.each([
    [false, undefined],
    [true, 400],
  ])('may have 32 bits only: %s', async (integersHave32Bits, status) => {
    await turn({ integersHave32Bits });
    for (const rev of [2 ** 31 - 1, -(2 ** 31)]) expect((await keep(rev)).threw).toBeUndefined();
    for (const rev of [2 ** 31, -(2 ** 31) - 1]) expect((await keep(rev)).threw?.status).toBe(status);
  });
});

describe('what a failed condition is refused with', () => {
  const refused = { status: 400, code: 'SOMETHING_ELSE' };

  it('can be anything, for a claim', async () => {
    await turn({ keyConflict: refused });
    await claim();
    expect((await claim()).threw).toMatchObject(refused);
  });

  it('can be anything, for a transaction', async () => {
    await turn({ conditionNotMet: refused });
    const entity = { name: 'notice', when: { conditions: [['rev', 'equalTo', 1]] } };
    expect((await noticeboard.tool('transact', { check: [{ key: 'n', entity }] })).threw).toMatchObject(
      refused,
    );
  });
});

it('a query may see writes at once', async () => {
  await turn({ queryLagMs: 0 });
  await kvs('set', 'a:1', 1);
  expect((await noticeboard.tool('find-keys', { prefix: 'a:' })).got).toMatchObject({
    results: [{ key: 'a:1' }],
  });
});
