import type { Noticeboard } from './noticeboard';
import { startNoticeboard } from './noticeboard';

let noticeboard: Noticeboard;

beforeAll(async () => {
  noticeboard = await startNoticeboard();
});
beforeEach(() => noticeboard.site.reset());

describe.each([
  ['the fetch of @forge/api', false],
  ['the global fetch', true],
])('%s', (_, global) => {
  const go = (url: string) => noticeboard.tool('fetch', { url, global });

  it('reaches a host that the manifest names and the site serves', async () => {
    expect((await go('https://auth.demo.incode.com/oauth2/token')).got).toMatchObject({
      status: expect.any(Number) as number,
    });
  });

  it.each([
    'https://evil.example.com/',
    'https://auth.incode.com/',
    'http://auth.demo.incode.com/',
    'https://wild.example.com/',
    'https://evilwild.example.com/',
    'https://plain.example.com.evil.example.com/',
  ])('is refused %s, which the manifest does not name', async (url) => {
    expect((await go(url)).threw).toMatchObject({ name: 'REQUEST_EGRESS_ALLOWLIST_ERR', status: 403 });
  });

  it.each(['https://plain.example.com/', 'https://a.b.wild.example.com/'])(
    'fails like a network does for %s, which is named but not there',
    async (url) => {
      expect((await go(url)).threw).toMatchObject({ name: 'TypeError', message: 'fetch failed' });
    },
  );
});

it('ends with its signal, on the site’s clock', async () => {
  noticeboard.site.faults.add({ target: 'egress', delay: 60_000 });
  const answer = noticeboard.tool('fetch', {
    url: 'https://auth.demo.incode.com/oauth2/token',
    timeoutMs: 12_000,
  });
  await noticeboard.untilUsing('fetch');
  await noticeboard.door('POST', '/site/clock', { advance: 'PT13S' });
  expect((await answer).threw).toMatchObject({ name: 'TimeoutError' });
  expect(noticeboard.site.journal.calls.at(-1)).toMatchObject({ target: 'egress', status: 0 });
});
