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

describe('one key as a plain one and as an entity’s in one transaction', () => {
  it.each([
    [true, undefined],
    [false, 400],
  ])('is taken: %s', async (transactionsTakeOneKeyTwice, status) => {
    await turn({ transactionsTakeOneKeyTwice });
    const set = [
      { key: 'same', value: 1 },
      { key: 'same', value: { rev: 1 }, entity: { name: 'notice' } },
    ];
    expect((await noticeboard.tool('transact', { set })).threw?.status).toBe(status);
  });
});

// NOT_FOUND: https://developer.atlassian.com/platform/forge/storage-reference/handling-errors-kvs/
// KEY_NOT_FOUND: what `get` of @forge/kvs reads
describe('a key of a batch that has no value', () => {
  it.each(['KEY_NOT_FOUND', 'NOT_FOUND'])('is called %s', async (missingInBatch) => {
    await turn({ missingInBatch });
    expect((await kvs('batchGet', [{ key: 'gone' }])).got).toMatchObject({
      failedKeys: [{ key: 'gone', error: { code: missingInBatch } }],
    });
    expect(await kvs('get', 'gone')).toEqual({});
  });
});

describe('what an app does as itself just after it was installed', () => {
  const asApp = async () => {
    const { got } = await noticeboard.tool('jira', { as: 'app', path: '/rest/api/3/issue/HELP-1' });
    return (got as { status: number }).status;
  };

  it('may be refused for some minutes', async () => {
    expect(await asApp()).toBe(200);
    await turn({ asAppRefusedMs: 120_000 });
    expect(await asApp()).toBe(401);
    await later('PT2M');
    expect(await asApp()).toBe(200);
  });
});

// https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-issue-panel/
describe('an issue panel', () => {
  const hidden = async (issue: string) =>
    (await noticeboard.door('GET', `/site/panels?as=agent&issue=${issue}`)).body;
  const context = async (more: string) =>
    (await noticeboard.door('GET', `/site/context?module=board&as=agent&issue=HELP-1${more}`)).body;

  it('is open on every issue, or hidden until somebody adds it there', async () => {
    expect(await hidden('HELP-1')).toEqual({ hidden: [] });
    await turn({ panelsAreHidden: true });
    expect(await hidden('HELP-1')).toEqual({ hidden: ['board'] });
    await noticeboard.door('POST', '/site/panels', { module: 'board', as: 'agent', issue: 'HELP-1' });
    expect([await hidden('HELP-1'), await hidden('HELP-2')]).toEqual([{ hidden: [] }, { hidden: ['board'] }]);
  });

  it('is told where it has just been added', async () => {
    expect(await context('')).toMatchObject({ extension: { isNewToIssue: false } });
    expect(await context('&isNewToIssue=true')).toMatchObject({ extension: { isNewToIssue: true } });
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
