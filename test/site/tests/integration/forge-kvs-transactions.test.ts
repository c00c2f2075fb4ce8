import type { Noticeboard, ToolAnswer } from './noticeboard';
import { startNoticeboard } from './noticeboard';

let noticeboard: Noticeboard;

beforeAll(async () => {
  noticeboard = await startNoticeboard();
});
beforeEach(() => noticeboard.site.reset());

const notice = (method: string, ...args: unknown[]) =>
  noticeboard.tool('entity', { name: 'notice', method, args });
const transact = (operations: object) => noticeboard.tool('transact', operations);
const onRev = (rev: number) => ({ name: 'notice', when: { conditions: [['rev', 'equalTo', rev]] } });
const write = (rev: number) =>
  transact({ set: [{ key: 'n1', value: { rev: rev + 1 }, entity: onRev(rev) }] });

describe('a write under a condition', () => {
  it('happens where the condition holds', async () => {
    await notice('set', 'n1', { rev: 1 });
    expect(await write(1)).toEqual({});
    expect(await notice('get', 'n1')).toEqual({ got: { rev: 2 } });
  });

  it('is refused with the status 409 where it does not', async () => {
    await notice('set', 'n1', { rev: 2 });
    expect((await write(1)).threw).toMatchObject({
      name: 'ForgeKvsError',
      status: 409,
      code: 'CONDITIONAL_CHECK_FAILED',
    });
    expect(await notice('get', 'n1')).toEqual({ got: { rev: 2 } });
  });

  it('is refused where there is nothing yet', async () => {
    expect((await write(1)).threw).toMatchObject({ status: 409 });
  });

  it('is won by one of many at the same time', async () => {
    await notice('set', 'n1', { rev: 1 });
    const answers = await Promise.all([write(1), write(1), write(1), write(1)]);
    expect(answers.filter(({ threw }) => !threw)).toHaveLength(1);
  });

  it.each<[string, unknown[][], boolean]>([
    ['equalTo', [['text', 'equalTo', 'abc']], true],
    ['notEqualTo', [['text', 'notEqualTo', 'abc']], false],
    ['notEqualTo of what is not there', [['issueId', 'notEqualTo', 'x']], true],
    ['exists', [['issueId', 'exists']], false],
    ['notExists', [['issueId', 'notExists']], true],
    ['greaterThan', [['rev', 'greaterThan', 5]], false],
    ['greaterThanEqualTo', [['rev', 'greaterThanEqualTo', 5]], true],
    ['lessThan', [['rev', 'lessThan', 5]], false],
    ['lessThanEqualTo', [['rev', 'lessThanEqualTo', 5]], true],
    ['lessThan of what is not there', [['pinnedAt', 'lessThan', 5]], false],
    ['between', [['rev', 'between', 4, 6]], true],
    ['beginsWith', [['text', 'beginsWith', 'ab']], true],
    ['contains', [['text', 'contains', 'd']], false],
    ['notContains', [['text', 'notContains', 'd']], true],
    [
      'all of several',
      [
        ['rev', 'equalTo', 5],
        ['text', 'equalTo', 'x'],
      ],
      false,
    ],
  ])('understands %s', async (_, conditions, holds) => {
    await notice('set', 'n1', { text: 'abc', rev: 5 });
    const answer = await transact({
      check: [{ key: 'n1', entity: { name: 'notice', when: { conditions } } }],
    });
    expect(answer.threw === undefined).toBe(holds);
  });

  it('understands any of several', async () => {
    await notice('set', 'n1', { rev: 5 });
    const when = {
      any: true,
      conditions: [
        ['rev', 'equalTo', 1],
        ['rev', 'equalTo', 5],
      ],
    };
    expect(await transact({ check: [{ key: 'n1', entity: { name: 'notice', when } }] })).toEqual({});
  });
});

describe('a transaction', () => {
  it('does everything or nothing', async () => {
    await notice('set', 'n1', { rev: 1 });
    const { threw } = await transact({
      set: [{ key: 'plain', value: 1 }],
      remove: [{ key: 'n1', entity: { name: 'notice' } }],
      check: [{ key: 'n2', entity: onRev(7) }],
    });
    expect(threw).toMatchObject({ status: 409 });
    expect(noticeboard.site.state()).toMatchObject({ kvs: { entities: { notice: { n1: { rev: 1 } } } } });
    expect(noticeboard.site.state()).not.toHaveProperty('kvs.plain.plain');
  });

  it('has 25 operations at most', async () => {
    const set = Array.from({ length: 26 }, (_, i) => ({ key: `k${i}`, value: i }));
    expect(await transact({ set: set.slice(1) })).toEqual({});
    expectRefusal(await transact({ set }));
  });

  it('has 4 MB at most', async () => {
    const bytes = 240 * 1024 - 2;
    expect(await noticeboard.tool('transact-much', { items: 17, bytes })).toEqual({});
    const { threw } = await noticeboard.tool('transact-much', { items: 18, bytes });
    expect(threw).toMatchObject({ status: 413, code: 'MAX_SIZE' });
  });

  it('has no way to secrets', async () => {
    await noticeboard.tool('kvs', { method: 'setSecret', args: ['token', 'hush'] });
    await transact({ remove: [{ key: 'token' }] });
    expect(noticeboard.site.state()).toMatchObject({ secrets: { token: 'hush' } });
    for (const secretly of [{ secret: true }, { type: 'secret' }]) {
      const answer = await rawTransaction({ set: [{ key: 'token', value: 'loud', ...secretly }] });
      expect(answer.status).toBe(400);
    }
    const operation = { key: 'token', value: 'loud' };
    expect((await rawTransaction({ set: [operation], setSecret: [operation] })).status).toBe(400);
  });

  it('has each key once', async () => {
    expectRefusal(await transact({ set: [{ key: 'k', value: 1 }], remove: [{ key: 'k' }] }));
  });

  it('has conditions on entities only', async () => {
    const conditions = { and: [{ property: 'rev', condition: 'EXISTS', values: [true] }] };
    const answer = await rawTransaction({ set: [{ key: 'k', value: 1, conditions }] });
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('custom entities')]);
  });

  it('takes a ttl but no keyPolicy', async () => {
    expect(
      await transact({ set: [{ key: 'k', value: 1, options: { ttl: { value: 1, unit: 'DAYS' } } }] }),
    ).toEqual({});
    expectRefusal(
      await transact({ set: [{ key: 'k', value: 1, options: { keyPolicy: 'FAIL_IF_EXISTS' } }] }),
    );
  });

  it('refuses attributes that the manifest does not declare', async () => {
    expectRefusal(
      await transact({ set: [{ key: 'n1', value: { colour: 'red' }, entity: { name: 'notice' } }] }),
    );
    const when = { conditions: [['colour', 'equalTo', 'red']] };
    expectRefusal(await transact({ check: [{ key: 'n1', entity: { name: 'notice', when } }] }));
  });
});

/** What `@forge/kvs` itself would not send. */
async function rawTransaction(transaction: object): Promise<Response> {
  const body = JSON.stringify(transaction);
  const request = new Request('http://kvs/api/v1/transaction', { method: 'POST', body });
  return noticeboard.site.forge.kvs.fetch(request);
}

function expectRefusal({ threw }: ToolAnswer): void {
  expect(threw).toMatchObject({ name: 'ForgeKvsError', status: 400 });
}
