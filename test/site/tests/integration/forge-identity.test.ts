import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Noticeboard } from './noticeboard';
import { startNoticeboard } from './noticeboard';

let noticeboard: Noticeboard;

beforeAll(async () => {
  noticeboard = await startNoticeboard();
});

describe('a call to Jira', () => {
  it('asUser is made in the name of whoever opened the module', async () => {
    expect(await noticeboard.board('who', {}, { as: 'admin' })).toMatchObject({
      value: { mayAdminister: true },
    });
    expect(await noticeboard.board('who', {}, { as: 'agent' })).toMatchObject({
      value: { mayAdminister: false, accountId: noticeboard.site.jira.accountId('agent') },
    });
  });

  it('asUser sees no more than the user does, asApp does', async () => {
    expect(await noticeboard.board('peek', {}, { as: 'agent' })).toEqual({ value: 200 });
    expect(await noticeboard.board('peek', {}, { as: 'outsider' })).toEqual({ value: 404 });
    expect(await noticeboard.board('summary', {}, { as: 'outsider' })).toMatchObject({
      value: expect.any(String) as string,
    });
  });

  it('asUser fails with NEEDS_AUTHENTICATION_ERR where there is no user', async () => {
    const answer = await noticeboard.trigger('letterbox', { body: 'hello' });
    expect(await answer.json()).toMatchObject({ asUserStatus: 'NEEDS_AUTHENTICATION_ERR' });
  });

  it('needs the scope of its operation in the manifest', async () => {
    const comment = {
      path: '/rest/api/3/issue/HELP-1/comment',
      method: 'POST',
      body: { body: { type: 'doc', version: 1, content: [] } },
    };
    for (const as of ['app', 'user']) {
      expect((await noticeboard.tool('jira', { as, ...comment })).got).toEqual({
        status: 401,
        body: JSON.stringify({ code: 401, message: 'Unauthorized; scope does not match' }),
      });
    }
    expect(noticeboard.site.jira.state().issues[0]?.comments).toEqual([]);
  });
});

// https://developer.atlassian.com/platform/forge/runtime-reference/authorize-api/
it.each([
  ['10101', 'canCreateAttachments', true],
  [10_101, 'canDeleteAllComments', true],
  [['10101', '999'], 'canEdit', false],
])('the authorization API asks about the issue %j: %s', async (issue, method, got) => {
  expect(await noticeboard.tool('may-on-issue', { issue, method })).toEqual({ got });
});

describe('a call to Jira from the frame', () => {
  const product = (restPath: string, init: object, as = 'agent') =>
    noticeboard.door('POST', '/site/bridge/product', {
      module: 'board',
      as,
      issue: 'HELP-1',
      restPath,
      init,
    });

  it('is made in the name of whoever looks at it', async () => {
    // `requestJira` of @forge/bridge sends no body with a GET, which is `null`.
    expect((await product('/rest/api/3/issue/HELP-1', { body: null })).body).toMatchObject({ key: 'HELP-1' });
    expect((await product('/rest/api/3/issue/HELP-1', {}, 'outsider')).status).toBe(404);
  });

  it('needs the scope of its operation in the manifest, whatever the user may do', async () => {
    const body = JSON.stringify({ body: { type: 'doc', version: 1, content: [] } });
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
    expect(await product('/rest/api/3/issue/HELP-1/comment', init)).toEqual({
      status: 401,
      body: { code: 401, message: 'Unauthorized; scope does not match' },
    });
  });

  it('reaches nothing but Jira’s REST API', async () => {
    expect((await product('/site/state', {})).status).toBe(400);
  });
});

it('a route that the site’s Jira lacks is a 501 of the site, which is logged, and no missing issue', async () => {
  const { got } = await noticeboard.tool('jira', { as: 'app', path: '/rest/api/3/auditing/record' });
  expect(got).toMatchObject({ status: 501 });
  expect(noticeboard.site.journal.app.at(-1)).toMatchObject({
    level: 'error',
    text: 'The local Jira has no GET /rest/api/3/auditing/record',
  });
});

// https://developer.atlassian.com/platform/forge/apis-reference/ui-api-bridge/view/#getcontext
it('the context tells the theme and time zone of the page, and only who may open a module gets it', async () => {
  const at = (module: string, as: string) =>
    noticeboard.door('GET', `/site/context?module=${module}&as=${as}&issue=HELP-1&colorMode=dark`);
  expect((await at('board', 'agent')).body).toMatchObject({ theme: { colorMode: 'dark' }, timezone: 'UTC' });
  const statuses = [
    await at('workshop', 'admin'),
    await at('workshop', 'agent'),
    await at('board', 'outsider'),
  ];
  expect(statuses.map(({ status }) => status)).toEqual([200, 404, 404]);
});

it('pages know everybody who has an account, also those without a login', async () => {
  const { people } = (await noticeboard.door('GET', '/site/app')).body as {
    people: { displayName: string }[];
  };
  expect(people.map(({ displayName }) => displayName)).toEqual(
    expect.arrayContaining(['Avery Agent', 'Grace Hopper']),
  );
});

// https://developer.atlassian.com/platform/forge/events-reference/life-cycle/
it('an app that fails at being told that it was installed stops the start, with its message', async () => {
  const starting = startNoticeboard({ manifest: (text) => text.replace('- storage:app\n', '') });
  await expect(starting).rejects.toThrow('The app has no scope storage:app');
});

it('an app that fails at being told that it was installed stops a reset, with its message', async () => {
  const { site, door } = await startNoticeboard({ manifest: (text) => text });
  const file = path.join(site.forge.manifest.folder, 'src/index.js');
  const opening = 'export async function opening(event) {\n';
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(opening, `${opening}  throw new Error('the door is stuck');\n`),
  );
  await site.forge.load();
  const { status, body } = await door('POST', '/site/reset');
  expect([status, body]).toEqual([
    500,
    { error: { message: expect.stringContaining('the door is stuck') as string } },
  ]);
});

describe('storage', () => {
  it('needs the scope storage:app', async () => {
    const manifest = (text: string) =>
      text.replace('- storage:app\n', '').replace('        - avi:forge:installed:app\n', '');
    const without = await startNoticeboard({ manifest });
    const { threw } = await without.tool('kvs', { method: 'get', args: ['anything'] });
    expect(threw).toMatchObject({ name: 'ForgeKvsError', status: 403 });
  });
});
