import { createHost, type HostPage } from '../../../web/bridge/host';

const call = (id: number, cmd: string, data: unknown) => ({ forge: 'call' as const, id, cmd, data });

/** A page that writes down what its frame made it do. */
function page() {
  const done: unknown[] = [];
  const note =
    (what: string) =>
    (...args: unknown[]) => {
      done.push([what, ...args]);
    };
  const host: HostPage = {
    live: { subscribe: () => Promise.reject(new Error('The realtime token is not valid.')) },
    draw: note('draw'),
    fail: note('fail'),
    showFlag: note('showFlag'),
    closeFlag: note('closeFlag'),
    refresh: note('refresh'),
    open: note('open'),
    runHandler: note('runHandler'),
  };
  return { host: createHost({ module: 'panel', as: 'agent', locale: 'en-US', issue: 'HELP-1' }, host), done };
}

describe('The bridge between a frame and the page around it', () => {
  it('draws what the app has drawn', async () => {
    const { host, done } = page();
    const forgeDoc = { type: 'Root', key: 'r', props: {}, children: [] };
    await host.answer(call(1, 'reconcile', JSON.stringify({ forgeDoc })));
    expect(done).toEqual([['draw', forgeDoc]]);
  });

  it('shows an error of the app in its own words', async () => {
    const { host, done } = page();
    await host.answer(call(1, 'onError', { error: { name: 'TypeError', message: 'x is undefined' } }));
    expect(done).toEqual([['fail', 'x is undefined']]);
  });

  it('carries events from one frame to another until the listener has enough', async () => {
    const [listener, sender] = [page(), page()];
    await listener.host.answer(call(7, 'on', { event: 'saved', callback: { __handler: 3 } }));
    await sender.host.answer(call(1, 'emit', { event: 'saved', payload: { ok: true } }));
    await listener.host.answer(call(8, 'unsubscribe', { call: 7 }));
    await sender.host.answer(call(2, 'emit', { event: 'saved', payload: { ok: false } }));
    expect(listener.done).toEqual([['runHandler', 3, [{ ok: true }]]]);
  });

  it('tells no frame that is gone', async () => {
    const { host, done } = page();
    await host.answer(call(7, 'on', { event: 'saved', callback: { __handler: 3 } }));
    host.stop();
    await host.answer(call(8, 'emit', { event: 'saved', payload: 1 }));
    expect(done).toEqual([]);
  });

  it('refuses a subscription in the words of the site', async () => {
    const { host } = page();
    const data = { channelName: 'news', onEvent: { __handler: 1 }, isGlobal: true };
    await expect(host.answer(call(1, 'subscribeRealtimeChannel', data))).rejects.toThrow('not valid');
  });

  it('names a command that it does not have', async () => {
    const { host } = page();
    await expect(host.answer(call(1, 'openModal', {}))).rejects.toThrow('"openModal"');
  });
});
