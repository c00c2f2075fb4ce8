import { desk, useFreshDesk } from './fresh-desk';
import type { Answer } from '../../../src/contract/answer';
import type { HistoryView, PanelAnswer, PanelView } from '../../../src/contract/issue-panel';

useFreshDesk();

async function open<T>(functionKey: string, payload: object = {}, as = 'agent'): Promise<T> {
  const { value } = (await desk.invoke({ as, functionKey, payload, issue: 'HELP-1' })) as {
    value: Answer<T>;
  };
  if (!value.ok) throw new Error(value.error.code);
  return value.data;
}

/** How often each platform service is called while `act` runs. */
async function callsDuring(act: () => Promise<unknown>): Promise<Record<string, number>> {
  const { calls } = desk.site.journal;
  const before = calls.length;
  await act();
  const counts: Record<string, number> = {};
  for (const { target } of calls.slice(before)) counts[target] = (counts[target] ?? 0) + 1;
  return counts;
}

/** As many verifications as that, a minute apart. */
async function verifications(count: number): Promise<string[]> {
  const sessions: string[] = [];
  for (let i = 0; i < count; i++) {
    sessions.push(await desk.sendsLink());
    await desk.site.clock.advance(60_000);
  }
  return sessions;
}

test('the panel opens with three reads of the store and two of Jira, however long the history is', async () => {
  const limits = { kvs: 3, jira: 2, realtime: 1 };
  await desk.sendsLink();
  expect(await callsDuring(() => open('openPanel'))).toEqual(limits);
  await verifications(8);
  expect(await callsDuring(() => open('openPanel'))).toEqual(limits);
});

test('a page that holds a channel gets no other, and the panel gets the requester where it shows them only', async () => {
  await desk.sendsLink();
  const panel = await callsDuring(async () => {
    const { channel, requester } = await open<PanelAnswer>('openPanel', { channel: true, requester: true });
    expect({ channel, requester }).toEqual({});
  });
  expect(panel).toEqual({ kvs: 3, jira: 1 });
  const place = { as: 'agent', module: 'identity-verification-status', issue: 'HELP-1' };
  const sideBar = await callsDuring(() =>
    desk.invoke({ ...place, functionKey: 'openContext', payload: { channel: true } }),
  );
  expect(sideBar).toEqual({ kvs: 2, jira: 1 });
});

test('the panel is told until when it is told of changes: for less than an hour', async () => {
  const { channel, readAt } = await open<PanelView>('openPanel');
  const lasts = (channel?.endsAt ?? 0) - readAt;
  expect(lasts).toBeGreaterThan(5 * 60_000);
  expect(lasts).toBeLessThanOrEqual(60 * 60_000);
});

test('who is refused learns nothing, even where reading fails as well', async () => {
  await desk.sendsLink();
  desk.site.faults.add({ target: 'kvs', status: 500 });
  await expect(open('openPanel', {}, 'member')).rejects.toThrow('not-permitted');
  await expect(open('openPanel')).rejects.toThrow('storage-unavailable');
});

test('a store that cannot tell the settings is not taken for an app that is not set up', async () => {
  desk.site.faults.add({ target: 'kvs', match: 'batch', status: 500 });
  await expect(open('openPanel')).rejects.toThrow('storage-unavailable');
});

test('the history comes newest first, page by page, each verification once', async () => {
  const sessions = await verifications(9);
  const { history } = await open<PanelView>('openPanel');
  const seen = history.entries.map(({ sessionId }) => sessionId);
  let { cursor } = history;
  while (cursor !== undefined) {
    const page = await open<HistoryView>('openHistory', { cursor });
    expect(page.entries.length).toBeLessThanOrEqual(5);
    seen.push(...page.entries.map(({ sessionId }) => sessionId));
    cursor = page.cursor;
  }
  expect(seen).toEqual(sessions.toReversed());
});

test('a page of the history costs two reads, wherever it is', async () => {
  await verifications(9);
  const { history } = await open<PanelView>('openPanel');
  const counts = await callsDuring(() => open('openHistory', { cursor: history.cursor }));
  expect(counts).toEqual({ kvs: 2, jira: 1 });
});

test('a link just sent is in the history although the index does not know it yet', async () => {
  const session = await desk.sendsLink();
  const { history } = await open<PanelView>('openPanel');
  expect(history.entries.map(({ sessionId }) => sessionId)).toEqual([session]);
});

test('the side bar opens with two reads of the store and one of Jira', async () => {
  await desk.sendsLink();
  const opens = () =>
    desk.invoke({
      as: 'agent',
      module: 'identity-verification-status',
      functionKey: 'openContext',
      issue: 'HELP-1',
    });
  expect(await callsDuring(opens)).toEqual({ kvs: 2, jira: 1, realtime: 1 });
  expect(await opens()).toMatchObject({ value: { ok: true, data: { verification: { state: 'sent' } } } });
});
