import type { Noticeboard } from './noticeboard';
import { startNoticeboard } from './noticeboard';

let noticeboard: Noticeboard;

beforeAll(async () => {
  noticeboard = await startNoticeboard();
});
beforeEach(() => noticeboard.site.reset());

const urlOf = async (key: string, forceCreate = false) =>
  String((await noticeboard.tool('trigger-url', { key, forceCreate })).got);

function lastRequest(): unknown {
  return noticeboard.site.forge.store.snapshot().plain.find(({ key }) => key === 'letterbox:last')?.value;
}

describe('the URL of a web trigger', () => {
  it('is absolute, hard to guess, and stable', async () => {
    const url = await urlOf('letterbox');
    expect(url).toMatch(new RegExp(`^${noticeboard.site.url}/webtrigger/public/[\\w-]{32}$`));
    expect(await urlOf('letterbox')).toBe(url);
    expect(await urlOf('doorbell')).not.toBe(url);
    expect(noticeboard.site.state()).toMatchObject({ webtriggers: { letterbox: url } });
  });

  it('is there for people before the app asks for it, on the start page and by the control API', async () => {
    const { body } = await noticeboard.door('GET', '/site/webtriggers');
    const { doorbell } = body as { doorbell: string };
    expect(Object.keys(body as object)).toEqual(['letterbox', 'doorbell']);
    const start = await noticeboard.site.fetch(new Request(`${noticeboard.site.url}/`));
    expect(await start.text()).toContain(doorbell);
    expect((await fetch(doorbell)).status).toBe(202);
    expect(await urlOf('doorbell')).toBe(doorbell);
  });

  it('can be had anew, listed, and revoked', async () => {
    const [first, second] = [await urlOf('letterbox'), await urlOf('letterbox', true)];
    expect((await noticeboard.tool('trigger-urls')).got).toEqual([
      { moduleKey: 'letterbox', url: first },
      { moduleKey: 'letterbox', url: second },
    ]);
    await noticeboard.tool('revoke', { url: first });
    expect((await fetch(first, { method: 'POST' })).status).toBe(404);
    expect((await fetch(second, { method: 'POST' })).status).toBe(201);
  });

  it('is had for web triggers of the manifest only', async () => {
    expect((await noticeboard.tool('trigger-url', { key: 'chimney' })).threw).toBeDefined();
  });
});

describe('a request to a web trigger', () => {
  it('arrives with its headers spelled as they were sent, each as a list', async () => {
    const { port } = noticeboard.site;
    const { request } = await import('node:http');
    const path = new URL(await urlOf('letterbox')).pathname;
    await new Promise((resolve, reject) => {
      request({
        port,
        path: `${path}/side/door?a=1&a=2&b=`,
        method: 'POST',
        headers: { 'X-Odd-CASE': ['1', '2'], 'Content-Type': 'text/plain' },
      })
        .on('response', (answer) => answer.resume().on('end', resolve))
        .on('error', reject)
        .end('knock');
    });
    expect(lastRequest()).toMatchObject({
      method: 'POST',
      headers: { 'X-Odd-CASE': ['1', '2'], 'Content-Type': ['text/plain'] },
      body: 'knock',
      path: `${path.replace('/webtrigger', '')}/side/door`,
      userPath: '/side/door',
      queryParameters: { a: ['1', '2'], b: [''] },
    });
  });

  it('is answered as the function says', async () => {
    const answer = await noticeboard.trigger('letterbox', { body: 'hi' });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(answer.headers.get('x-notice')).toBe('one, two');
    expect(await answer.json()).toMatchObject({ got: 'hi' });
  });

  it('is answered by an output of the manifest where the trigger is static', async () => {
    const answer = await noticeboard.trigger('doorbell');
    expect([answer.status, await answer.text()]).toEqual([202, 'Somebody comes.']);
  });

  it('is answered by an output without a body where the manifest has none', async () => {
    const { trigger } = await startNoticeboard({
      manifest: (text) => text.replace('statusCode: 202', 'statusCode: 204'),
    });
    expect((await trigger('doorbell')).status).toBe(204);
  });

  it('fails with 500 where the function returns something else, with 424 where it throws', async () => {
    expect((await noticeboard.trigger('letterbox', { suffix: '?mood=odd' })).status).toBe(500);
    expect((await noticeboard.trigger('letterbox', { suffix: '?mood=angry' })).status).toBe(424);
  });

  it('has 5 MB at most', async () => {
    const body = 'x'.repeat(5 * 1024 * 1024 + 1);
    expect((await noticeboard.trigger('letterbox', { body })).status).toBe(413);
  });

  it('finds nothing at an unknown URL', async () => {
    expect((await fetch(`${noticeboard.site.url}/webtrigger/public/guess`, { method: 'POST' })).status).toBe(
      404,
    );
  });
});
