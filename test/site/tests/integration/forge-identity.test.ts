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
    expect((await product('/rest/api/3/issue/HELP-1', {})).body).toMatchObject({ key: 'HELP-1' });
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

describe('storage', () => {
  it('needs the scope storage:app', async () => {
    const without = await startNoticeboard({ manifest: (text) => text.replace('- storage:app\n', '') });
    const { threw } = await without.tool('kvs', { method: 'get', args: ['anything'] });
    expect(threw).toMatchObject({ name: 'ForgeKvsError', status: 403 });
  });
});
