import type { Noticeboard } from './noticeboard';
import { startNoticeboard } from './noticeboard';

let noticeboard: Noticeboard;

beforeAll(async () => {
  noticeboard = await startNoticeboard({ manifest: (text) => text.replace('fiveMinute', 'week') });
});
beforeEach(() => noticeboard.site.reset());

const kvs = (method: string, ...args: unknown[]) => noticeboard.tool('kvs', { method, args });
const notice = (method: string, ...args: unknown[]) =>
  noticeboard.tool('entity', { name: 'notice', method, args });

describe('plain values', () => {
  it('are stored, read at once, and deleted', async () => {
    await kvs('set', 'colour', { red: 1 });
    expect(await kvs('get', 'colour')).toEqual({ got: { red: 1 } });
    await kvs('delete', 'colour');
    expect(await kvs('get', 'colour')).toEqual({});
  });

  it('are claimed once only with FAIL_IF_EXISTS', async () => {
    const claims = ['a', 'b', 'c'].map((who) => kvs('set', 'claim', who, { keyPolicy: 'FAIL_IF_EXISTS' }));
    const lost = (await Promise.all(claims)).filter(({ threw }) => threw);
    expect(lost).toHaveLength(2);
    expect(lost[0]?.threw).toMatchObject({ name: 'ForgeKvsError', code: 'KEY_CONFLICT', status: 409 });
  });

  it('come back with a write that overrides them and asks for the previous or latest one', async () => {
    const override = { keyPolicy: 'OVERRIDE' };
    await kvs('set', 'n', 1);
    expect(await kvs('set', 'n', 2, { ...override, returnValue: 'PREVIOUS' })).toEqual({
      got: { key: 'n', value: 1 },
    });
    expect(await kvs('set', 'n', 3, { ...override, returnValue: 'LATEST' })).toEqual({
      got: { key: 'n', value: 3 },
    });
  });

  it('come back also where no keyPolicy is given, but not with FAIL_IF_EXISTS', async () => {
    expect(await kvs('set', 'n', 1, { returnValue: 'LATEST' })).toEqual({ got: { key: 'n', value: 1 } });
    expect(await kvs('set', 'n', 2, { metadataFields: ['CREATED_AT'] })).toEqual({});
    expect(await kvs('get', 'n')).toEqual({ got: 2 });
    const claim = { keyPolicy: 'FAIL_IF_EXISTS', returnValue: 'LATEST' };
    expect((await kvs('set', 'm', 1, claim)).threw).toMatchObject({ status: 400 });
  });

  it.each([
    ['an empty key', '', 'KEY_TOO_SHORT'],
    ['a key of more than 500 characters', 'k'.repeat(501), 'KEY_TOO_LONG'],
    ['a key of other characters', 'naïve', 'INVALID_KEY'],
    ['a key of white space', '   ', 'INVALID_KEY'],
  ])('refuse %s', async (_, key, code) => {
    expect((await kvs('set', key, 1)).threw).toMatchObject({ code, status: 400 });
  });

  it('may have 240 KiB, and 31 levels', async () => {
    expect(await kvs('set', 'large', 'x'.repeat(240 * 1024 - 2))).toEqual({});
    expect((await kvs('set', 'large', 'x'.repeat(240 * 1024 - 1))).threw).toMatchObject({ code: 'MAX_SIZE' });
    expect(await kvs('set', 'deep', nested(31))).toEqual({});
    expect((await kvs('set', 'deep', nested(32))).threw).toMatchObject({ code: 'MAX_DEPTH' });
  });

  it('outlive their ttl by up to 48 hours, and tell their end by EXPIRE_TIME only', async () => {
    await kvs('set', 'lease', 'mine', { ttl: { value: 10, unit: 'MINUTES' } });
    await noticeboard.door('POST', '/site/clock', { advance: 'PT11M' });
    const { got } = await kvs('get', 'lease', { metadataFields: ['EXPIRE_TIME'] });
    expect(got).toMatchObject({ value: 'mine' });
    expect(Date.parse((got as { expireTime: string }).expireTime)).toBeLessThan(noticeboard.site.clock.now());
    await noticeboard.door('POST', '/site/clock', { advance: 'PT48H' });
    expect(await kvs('get', 'lease')).toEqual({});
  });

  it('refuse a ttl of more than a year', async () => {
    expect((await kvs('set', 'k', 1, { ttl: { value: 400, unit: 'DAYS' } })).threw).toMatchObject({
      status: 400,
    });
  });
});

describe('secrets', () => {
  it('are apart from plain values of the same key', async () => {
    await kvs('set', 'token', 'plain');
    await kvs('setSecret', 'token', 'hush');
    expect(await kvs('get', 'token')).toEqual({ got: 'plain' });
    expect(await kvs('getSecret', 'token')).toEqual({ got: 'hush' });
    expect(noticeboard.site.state()).toMatchObject({
      secrets: { token: 'hush' },
      kvs: { plain: { token: 'plain' } },
    });
    await kvs('deleteSecret', 'token');
    expect(await kvs('getSecret', 'token')).toEqual({});
  });

  it('may have 128 KiB', async () => {
    expect(await kvs('setSecret', 'large', 'x'.repeat(128 * 1024 - 2))).toEqual({});
    const { threw } = await kvs('setSecret', 'large', 'x'.repeat(128 * 1024 - 1));
    expect(threw).toMatchObject({ status: 413, code: 'MAX_SIZE' });
  });

  it('are in the log as calls of their own kind', async () => {
    await kvs('setSecret', 'token', 'hush');
    expect(noticeboard.site.journal.calls.at(-1)).toMatchObject({
      target: 'secret',
      path: '/api/v1/secret/set',
      status: 204,
    });
  });
});

describe('entities', () => {
  it('take declared attributes of their types only', async () => {
    expect(
      await notice('set', 'n1', {
        text: 'hi',
        rev: 1,
        weight: 0.5,
        isLoud: false,
        extra: { any: ['thing'] },
      }),
    ).toEqual({});
    expect((await notice('set', 'n1', { colour: 'red' })).threw).toMatchObject({ status: 400 });
    expect((await notice('set', 'n1', { rev: 1.5 })).threw).toMatchObject({ status: 400 });
    expect((await notice('set', 'n1', { text: 7 })).threw).toMatchObject({ status: 400 });
    expect((await notice('set', 'n1', 'text')).threw).toMatchObject({ status: 400 });
  });

  // https://developer.atlassian.com/platform/forge/storage-reference/entities-manifest/
  it.each([
    ['a blank text', { text: ' ' }],
    ['an empty text', { text: '' }],
    ['null in any', { extra: null }],
    ['an integer of more than 32 bits', { rev: 2 ** 31 }],
    ['one of fewer', { rev: -(2 ** 31) - 1 }],
    // https://developer.atlassian.com/platform/forge/limits-kvs-ce/
    ['a partition of more than 1,700 bytes', { issueId: 'é'.repeat(851), pinnedAt: 1 }],
  ])('do not take %s', async (_, value) => {
    expect((await notice('set', 'n1', value)).threw).toMatchObject({
      status: 400,
      code: 'INVALID_ENTITY_VALUE',
    });
  });

  it('take what is just within the limits', async () => {
    const value = { rev: 2 ** 31 - 1, pinnedAt: -(2 ** 31), issueId: 'é'.repeat(850), extra: [null] };
    expect((await notice('set', 'n1', value)).threw).toBeUndefined();
  });

  it('are those of the manifest only', async () => {
    const { threw } = await noticeboard.tool('entity', { name: 'poster', method: 'get', args: ['p1'] });
    expect(threw).toMatchObject({ status: 400, code: 'INVALID_ENTITY_NAME' });
  });

  it('are claimed once only with FAIL_IF_EXISTS', async () => {
    await notice('set', 'n1', { rev: 1 }, { keyPolicy: 'FAIL_IF_EXISTS' });
    const { threw } = await notice('set', 'n1', { rev: 2 }, { keyPolicy: 'FAIL_IF_EXISTS' });
    expect(threw).toMatchObject({ code: 'KEY_CONFLICT' });
    expect(await notice('get', 'n1')).toEqual({ got: { rev: 1 } });
  });

  it('have keys of their own', async () => {
    await notice('set', 'same', { rev: 1 });
    expect(await kvs('get', 'same')).toEqual({});
  });
});

describe('batches', () => {
  it('succeed and fail item by item', async () => {
    const { got } = await kvs('batchSet', [
      { key: 'good', value: 1 },
      { key: '?', value: 2 },
      { key: 'n1', value: { rev: 1 }, entityName: 'notice' },
    ]);
    expect(got).toEqual({
      successfulKeys: [{ key: 'good' }, { key: 'n1', entityName: 'notice' }],
      failedKeys: [{ key: '?', error: { code: 'INVALID_KEY', message: expect.any(String) as string } }],
    });
    const read = await kvs('batchGet', [{ key: 'good' }, { key: 'gone' }]);
    expect(read.got).toMatchObject({
      successfulKeys: [{ key: 'good', value: 1 }],
      failedKeys: [{ key: 'gone', error: { code: 'KEY_NOT_FOUND' } }],
    });
  });

  it('have 25 items at most', async () => {
    const items = Array.from({ length: 26 }, (_, i) => ({ key: `k${i}`, value: i }));
    expect((await kvs('batchSet', items)).threw).toMatchObject({ status: 400 });
  });

  it('have each key once', async () => {
    expect((await kvs('batchGet', [{ key: 'k' }, { key: 'k' }])).threw).toMatchObject({ status: 400 });
    const apart = [
      { key: 'k', value: 1 },
      { key: 'k', value: { rev: 1 }, entityName: 'notice' },
    ];
    expect((await kvs('batchSet', apart)).got).toMatchObject({ failedKeys: [] });
  });

  it('have 4 MB at most', async () => {
    const bytes = 240 * 1024 - 2;
    expect((await noticeboard.tool('batch-much', { items: 17, bytes })).got).toBe(17);
    const { threw } = await noticeboard.tool('batch-much', { items: 18, bytes });
    expect(threw).toMatchObject({ status: 413, code: 'MAX_SIZE' });
  });
});

function nested(levels: number): unknown {
  return levels === 0 ? 0 : { inner: nested(levels - 1) };
}
