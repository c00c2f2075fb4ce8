import type { Noticeboard } from './noticeboard';
import { startNoticeboard } from './noticeboard';

interface Page {
  results: { key: string; value: unknown }[];
  nextCursor?: string;
}

let noticeboard: Noticeboard;

beforeAll(async () => {
  noticeboard = await startNoticeboard();
});
beforeEach(() => noticeboard.site.reset());

const pin = (key: string, value: object) =>
  noticeboard.tool('entity', { name: 'notice', method: 'set', args: [key, value] });
const laggedBy = (advance: string) => noticeboard.door('POST', '/site/clock', { advance });

async function find(query: object): Promise<Page> {
  const { got, threw } = await noticeboard.tool('find', query);
  if (threw) throw new Error(threw.message);
  return got as Page;
}

async function keysOf(query: object): Promise<string[]> {
  return (await find(query)).results.map(({ key }) => key);
}

const ofIssue = { index: 'by-issue', partition: ['1'] };

describe('a query of an index', () => {
  beforeEach(async () => {
    for (const at of [10, 30, 20, 40]) await pin(`n${at}`, { issueId: '1', pinnedAt: at, rev: at % 20 });
    await pin('other', { issueId: '2', pinnedAt: 25 });
    await pin('unpinned', { issueId: '1' });
    await laggedBy('PT3S');
  });

  it('sees a write only some time after a get does', async () => {
    await pin('new', { issueId: '1', pinnedAt: 50 });
    expect(
      (await noticeboard.tool('entity', { name: 'notice', method: 'get', args: ['new'] })).got,
    ).toBeDefined();
    expect(await keysOf(ofIssue)).not.toContain('new');
    await laggedBy('PT3S');
    expect(await keysOf(ofIssue)).toContain('new');
  });

  it('still sees what was deleted a moment ago', async () => {
    await noticeboard.tool('entity', { name: 'notice', method: 'delete', args: ['n10'] });
    expect(await keysOf(ofIssue)).toContain('n10');
    await laggedBy('PT3S');
    expect(await keysOf(ofIssue)).not.toContain('n10');
  });

  it('goes through its partition in the order of the range, either way', async () => {
    expect(await keysOf(ofIssue)).toEqual(['n10', 'n20', 'n30', 'n40']);
    expect(await keysOf({ ...ofIssue, sort: 'DESC' })).toEqual(['n40', 'n30', 'n20', 'n10']);
  });

  it('keeps to a range', async () => {
    expect(await keysOf({ ...ofIssue, range: { is: 'between', values: [15, 30] } })).toEqual(['n20', 'n30']);
    expect(await keysOf({ ...ofIssue, range: { is: 'lessThan', values: [20] } })).toEqual(['n10']);
  });

  it('pages by cursor, without gap or double', async () => {
    const first = await find({ ...ofIssue, limit: 3 });
    const second = await find({ ...ofIssue, limit: 3, cursor: first.nextCursor });
    expect([...first.results, ...second.results].map(({ key }) => key)).toEqual(['n10', 'n20', 'n30', 'n40']);
    expect(second.nextCursor).toBeUndefined();
  });

  it('filters what a page holds', async () => {
    const filters = { conditions: [['rev', 'equalTo', 10]] };
    const page = await find({ ...ofIssue, limit: 2, filters });
    expect(page.results.map(({ key }) => key)).toEqual(['n10']);
    expect(page.nextCursor).toBeDefined();
  });

  it('can go by key in every entity, and by an attribute named for an index', async () => {
    expect(await keysOf({ index: 'by-key' })).toEqual(['n10', 'n20', 'n30', 'n40', 'other', 'unpinned']);
    expect(await keysOf({ index: 'rev', range: { is: 'equalTo', values: [10] } })).toEqual(['n10', 'n30']);
  });

  it.each([
    ['an index that is not declared', { index: 'by-colour', partition: ['1'] }],
    ['a partition that is not given', { index: 'by-issue' }],
    [
      'a filter by an attribute that is not declared',
      { ...ofIssue, filters: { conditions: [['colour', 'exists']] } },
    ],
  ])('refuses %s', async (_, query) => {
    expect((await noticeboard.tool('find', query)).threw).toMatchObject({ status: 400 });
  });

  it.each([101, -1])('refuses a page of %d results by its own code', async (limit) => {
    expect((await noticeboard.tool('find', { ...ofIssue, limit })).threw).toMatchObject({
      status: 400,
      code: 'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE',
    });
  });
});

describe('a query of plain keys', () => {
  it('finds them by prefix, in order, page by page', async () => {
    for (const key of ['b:2', 'a:1', 'b:1', 'b:3'])
      await noticeboard.tool('kvs', { method: 'set', args: [key, key] });
    await laggedBy('PT3S');
    const { got: first } = await noticeboard.tool('find-keys', { prefix: 'b:', limit: 2 });
    expect((first as Page).results.map(({ key }) => key)).toEqual(['b:1', 'b:2']);
    const { got: second } = await noticeboard.tool('find-keys', {
      prefix: 'b:',
      cursor: (first as Page).nextCursor,
    });
    expect((second as Page).results.map(({ key }) => key)).toEqual(['b:3']);
  });

  it('refuses pages of more than 100 results', async () => {
    const { threw } = await noticeboard.tool('find-keys', { prefix: 'b:', limit: 101 });
    expect(threw).toMatchObject({ status: 400, code: 'LIST_QUERY_LIMIT_EXCEEDED' });
    expect(await noticeboard.tool('find-keys', { prefix: 'b:', limit: 100 })).toMatchObject({ got: {} });
  });
});

// Custom entities: attributes of the type `any` can be neither queried nor compared.
describe('a condition that the type of the attribute does not have', () => {
  it.each([
    ['a filter on any', { filters: { conditions: [['extra', 'exists']] } }],
    ['a filter that a number contains something', { filters: { conditions: [['rev', 'contains', '1']] } }],
  ])('refuses %s with a 422', async (_, query) => {
    const { threw } = await noticeboard.tool('find', { index: 'by-issue', partition: ['1'], ...query });
    expect(threw).toMatchObject({ status: 422, code: 'QUERY_WHERE_INVALID' });
  });

  it('refuses it in a transaction too', async () => {
    const entity = { name: 'notice', when: { conditions: [['extra', 'equalTo', 1]] } };
    const { threw } = await noticeboard.tool('transact', { check: [{ key: 'n', entity }] });
    expect(threw).toMatchObject({ status: 422 });
  });
});
