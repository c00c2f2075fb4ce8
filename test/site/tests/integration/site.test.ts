import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fromDiskCache } from '../../disk-cache';
import { startNoticeboard } from './noticeboard';

it('says which port is in use', async () => {
  const { site } = await startNoticeboard();
  await expect(startNoticeboard({ port: site.port })).rejects.toThrow(`Port ${site.port} is in use`);
});

it('seeds itself after the start and after every reset', async () => {
  const seeds: string[] = [];
  const { site } = await startNoticeboard({
    seed: async ({ url }) => {
      seeds.push((await fetch(`${url}/site/state`)).statusText);
    },
  });
  await site.reset();
  expect(seeds).toEqual(['OK', 'OK']);
});

it('forgets on a reset what was stored, what was waiting, and the time it had moved', async () => {
  const { site, tool, door } = await startNoticeboard();
  await tool('kvs', { method: 'set', args: ['a', 1] });
  await tool('push', { events: [{ body: { name: 'x' }, delayInSeconds: 60 }] });
  await door('POST', '/site/clock', { advance: 'PT10S' });
  expect((await door('POST', '/site/reset')).status).toBe(204);
  expect(site.clock.offset()).toBe(0);
  expect(site.journal.calls.map(({ module }) => module)).toEqual(['opening']);
  expect(site.state()).toMatchObject({ queue: [], webtriggers: {} });
  expect(site.state()).not.toHaveProperty('kvs.plain.a');
});

it('ends what runs when it is reset', async () => {
  const { site, tool, untilUsing } = await startNoticeboard();
  const answer = tool('dawdle', { ms: 1000 });
  await untilUsing('dawdle');
  await Promise.all([expect(answer).rejects.toThrow('The function was stopped.'), site.reset()]);
});

it('goes on from its state file, its clock included, and is not seeded then', async () => {
  const state = path.join(mkdtempSync(path.join(tmpdir(), 'local-site-')), 'site.json');
  const first = await startNoticeboard({ state });
  await first.tool('kvs', { method: 'set', args: ['a', 1] });
  await first.tool('kvs', { method: 'setSecret', args: ['s', 2] });
  await first.tool('entity', { name: 'notice', method: 'set', args: ['n', { issueId: '1', pinnedAt: 3 }] });
  await first.tool('push', { events: [{ body: { name: 'x' }, delayInSeconds: 600 }] });
  const { got: url } = await first.tool('trigger-url', { key: 'letterbox' });
  await first.door('POST', '/site/clock', { advance: 'P2D' });
  await first.site.close();
  expect(existsSync(state)).toBe(true);

  let isSeeded = false;
  const second = await startNoticeboard({
    state,
    seed: () => {
      isSeeded = true;
      return Promise.resolve();
    },
  });
  expect(isSeeded).toBe(false);
  expect(second.site.clock.now() - Date.now()).toBeGreaterThan(47 * 3_600_000);
  expect(second.site.state()).toMatchObject({
    kvs: { plain: { a: 1 }, entities: { notice: { n: { pinnedAt: 3 } } } },
    secrets: { s: 2 },
    webtriggers: { letterbox: String(url).replace(first.site.url, second.site.url) },
  });
  expect((await second.tool('find', { index: 'by-issue', partition: ['1'] })).got).toMatchObject({
    results: [{ key: 'n' }],
  });
});

it('keeps in its state file which panels were added to which issues', async () => {
  const state = path.join(mkdtempSync(path.join(tmpdir(), 'local-site-')), 'site.json');
  const switches = { panelsAreHidden: true };
  const first = await startNoticeboard({ state, switches });
  await first.door('POST', '/site/panels', { module: 'board', as: 'agent', issue: 'HELP-1' });
  await first.site.close();

  const second = await startNoticeboard({ state, switches });
  const hidden = async (issue: string) =>
    (await second.door('GET', `/site/panels?as=agent&issue=${issue}`)).body;
  expect([await hidden('HELP-1'), await hidden('HELP-2')]).toEqual([{ hidden: [] }, { hidden: ['board'] }]);
});

it('leaves its state file alone when it cannot start', async () => {
  const state = path.join(mkdtempSync(path.join(tmpdir(), 'local-site-')), 'site.json');
  const first = await startNoticeboard({ state });
  await first.tool('kvs', { method: 'set', args: ['a', 1] });
  await first.site.close();
  const stored = readFileSync(state, 'utf8');
  await expect(
    startNoticeboard({ state, manifest: (text) => text.replace('index.board', 'nowhere.board') }),
  ).rejects.toThrow('nowhere');
  expect(readFileSync(state, 'utf8')).toBe(stored);
});

it('keeps no state of a set-up that failed', async () => {
  const state = path.join(mkdtempSync(path.join(tmpdir(), 'local-site-')), 'site.json');
  const seed = () => Promise.reject(new Error('half way'));
  await expect(startNoticeboard({ state, seed })).rejects.toThrow('half way');
  expect(existsSync(state)).toBe(false);
});

it('makes a text once that is kept, whoever else asks for it at the same time', async () => {
  const name = `test-${process.pid}.txt`;
  const make = () => new Promise<string>((resolve) => setTimeout(resolve, 20, 'made'));
  try {
    expect(await Promise.all([fromDiskCache(name, make), fromDiskCache(name, make)])).toEqual([
      'made',
      'made',
    ]);
  } finally {
    rmSync(path.resolve(__dirname, '../../../../node_modules/.cache/local-site', name));
  }
});

it('moves its clock on past something that fails', async () => {
  const { site, door } = await startNoticeboard();
  const fail = (): Promise<never> => Promise.reject(new Error('no'));
  site.clock.after(1000, fail);
  expect((await door('POST', '/site/clock', { advance: 'PT2S' })).status).toBe(200);
});

it('goes on when a page breaks off in a way that is no WebSocket’s', async () => {
  const { site } = await startNoticeboard();
  const socket = connect(site.port, '127.0.0.1');
  socket.write(
    'GET /site/live HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
  );
  const ended = new Promise((resolve) => socket.on('close', resolve));
  socket.once('data', () => socket.write(Buffer.from([0xff, 0xff, 0xff])));
  await ended;
  expect((await fetch(`${site.url}/site/app`)).status).toBe(200);
});

it('shows the app’s frame, which can run its own script and reach nothing but translations', async () => {
  const { site } = await startNoticeboard();
  const page = await fetch(`${site.url}/frame/board`);
  const policy = page.headers.get('content-security-policy') ?? '';
  const html = await page.text();
  const scripts = [...html.matchAll(/<script>([^]*?)<\/script>/g)].map(([, script = '']) => script);
  const hashes = scripts.map((script) => createHash('sha256').update(script).digest('base64'));
  expect(hashes).toHaveLength(2);
  expect(policy).toBe(
    `sandbox allow-scripts; default-src 'none'; script-src ${hashes.map((hash) => `'sha256-${hash}'`).join(' ')}; connect-src ${site.url}/frame/__LOCALES__/`,
  );
  expect(html).toContain('Pin it up');
  expect((await fetch(`${site.url}/frame/nothing`)).status).toBe(404);
});

it('tells its pages of the app, its files, and the context of a module', async () => {
  const { site, door } = await startNoticeboard();
  expect((await door('GET', '/site/app')).body).toMatchObject({
    name: 'Noticeboard',
    modules: [
      { key: 'board', type: 'jira:issuePanel', icon: '/site/app/files/pictures/pin.svg' },
      { key: 'tally' },
      { key: 'workshop' },
      { key: 'window', type: 'jiraServiceManagement:portalRequestDetailPanel' },
      { key: 'mood', type: 'jira:customField' },
    ],
    users: expect.arrayContaining([expect.objectContaining({ login: 'agent' })]) as unknown[],
  });
  const icon = await fetch(`${site.url}/site/app/files/pictures/pin.svg`);
  expect([icon.status, icon.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
  expect((await fetch(`${site.url}/site/app/files/pictures/..%2fmanifest.yml`)).status).toBe(404);
  expect((await fetch(`${site.url}/site/app/files/pictures/%ff`)).status).toBe(404);
  expect((await door('GET', '/site/context?module=board&as=agent&issue=HELP-1')).body).toMatchObject({
    accountId: site.jira.accountId('agent'),
    moduleKey: 'board',
    extension: {
      type: 'jira:issuePanel',
      issue: { key: 'HELP-1' },
      project: { key: 'HELP', type: 'service_desk' },
    },
  });
  expect((await door('GET', '/site/context?module=board&as=nobody&issue=HELP-1')).status).toBe(404);
});
