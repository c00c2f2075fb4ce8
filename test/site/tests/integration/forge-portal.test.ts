import WebSocket from 'ws';
import { readManifest } from '../../forge/manifest';
import { copyWith, startNoticeboard } from './noticeboard';
import type { Noticeboard } from './noticeboard';

let noticeboard: Noticeboard;

beforeAll(async () => {
  noticeboard = await startNoticeboard();
});

beforeEach(async () => {
  await noticeboard.site.reset();
});

const at = (as: string, issue = 'HELP-1') => ({ module: 'window', as, issue });

/** `invoke()` from the app's panel in the portal. */
async function look(functionKey: string, as: string, more: object = {}): Promise<unknown> {
  return (await noticeboard.door('POST', '/site/invoke', { ...at(as), functionKey, ...more })).body;
}

const request = async (as: string, issue = 'HELP-1', portal = 1) =>
  noticeboard.door('GET', `/site/portal/request?as=${as}&issue=${issue}&portal=${portal}`);

describe('a module in the portal', () => {
  it('is told who asks and on which request, by the site alone, and nothing of the issue', async () => {
    const forged = { extension: { request: { key: 'HELP-2' } }, accountId: 'agent' };
    expect(await look('context', 'customer', { payload: forged, context: forged, ...forged })).toEqual({
      value: {
        accountId: noticeboard.site.jira.accountId('customer'),
        accountType: 'customer',
        moduleKey: 'window',
        payload: forged,
        extension: {
          type: 'jiraServiceManagement:portalRequestDetailPanel',
          portal: { id: 1 },
          request: { key: 'HELP-1', typeId: 11 },
        },
      },
    });
    expect(await look('context', 'agent')).toMatchObject({ value: { accountType: 'licensed' } });
  });

  it('is there for the reporter, a participant and agents, who may open the request, and for nobody else', async () => {
    const statuses = async (issue: string) => {
      const users = ['customer', 'customer2', 'agent', 'member', 'outsider'];
      return Promise.all(
        users.map(async (as) => {
          const context = await noticeboard.door(
            'GET',
            `/site/context?module=window&as=${as}&issue=${issue}`,
          );
          return [(await request(as, issue)).status, context.status];
        }),
      );
    };
    const [may, mayNot] = [
      [200, 200],
      [404, 404],
    ];
    expect(await statuses('HELP-1')).toEqual([may, may, may, mayNot, mayNot]);
    expect(await statuses('HELP-2')).toEqual([mayNot, may, may, mayNot, mayNot]);
  });

  it('is not for anonymous users, nor on what is no request of the portal', async () => {
    const { status } = await noticeboard.door('POST', '/site/invoke', {
      ...at('anonymous'),
      functionKey: 'context',
    });
    const onTask = await noticeboard.door('POST', '/site/invoke', {
      ...at('admin', 'DEV-1'),
      functionKey: 'context',
    });
    expect([status, onTask.status, (await request('agent', 'HELP-1', 2)).status]).toEqual([404, 404, 404]);
  });

  it('is for licensed users alone unless the manifest gives it to others', async () => {
    const without = await startNoticeboard({
      manifest: (text) => text.replace('      unlicensedAccess: [customer, unlicensed]\n', ''),
    });
    const modules = async (as: string) =>
      (await without.door('GET', `/site/portal/request?as=${as}&issue=HELP-1&portal=1`)).body;
    expect(await modules('agent')).toMatchObject({ modules: ['window'] });
    expect(await modules('customer')).toMatchObject({ modules: [] });
    const called = await without.door('POST', '/site/invoke', { ...at('customer'), functionKey: 'context' });
    expect(called.body).toEqual({ error: { message: 'The module is not for customer users' } });
  });

  // https://developer.atlassian.com/platform/forge/access-to-forge-apps-for-unlicensed-users/
  it('cannot be given to anonymous users', () => {
    const folder = copyWith((text) => text.replace('[customer, unlicensed]', '[customer, anonymous]'));
    expect(() => readManifest(folder)).toThrow('unlicensedAccess: this panel can be given to');
  });
});

describe('in the name of a customer', () => {
  /** What Jira answers to the resolver, and to the frame. */
  async function ask(path: string): Promise<unknown[]> {
    const call = { ...at('customer'), restPath: `/rest/api/3/${path}` };
    const fromFrame = await noticeboard.door('POST', '/site/bridge/product', call);
    return [await look('ask', 'customer', { payload: { path } }), fromFrame.status];
  }

  // https://developer.atlassian.com/platform/forge/changelog/#CHANGE-3278
  it('Jira can be called, and answers as far as the customer may see', async () => {
    expect(await ask('project/search')).toEqual([{ value: 200 }, 200]);
    expect(await ask('issue/10101')).toEqual([{ value: 404 }, 404]);
  });

  it('Jira cannot be called if the customer has an Atlassian account without a licence', async () => {
    await noticeboard.door('POST', '/site/switches', { jira: { customersAreUnlicensed: true } });
    expect(await look('context', 'customer')).toMatchObject({ value: { accountType: 'unlicensed' } });
    expect(await ask('project/search')).toEqual([{ value: 'NEEDS_AUTHENTICATION_ERR' }, 401]);
  });
});

describe('realtime in the portal', () => {
  const publish = () =>
    noticeboard.door('POST', '/site/bridge/publish', {
      ...at('customer'),
      channelName: 'notices',
      isGlobal: true,
    });

  /** The site's answer to a frame that listens. */
  async function subscribing(): Promise<unknown> {
    const socket = new WebSocket(`${noticeboard.site.url.replace('http', 'ws')}/site/live`);
    try {
      return await new Promise((resolve) => {
        socket.on('open', () => {
          socket.send(
            JSON.stringify({ type: 'subscribe', subscription: 1, ...at('customer'), channelName: 'notices' }),
          );
        });
        socket.on('message', (data: Buffer) => {
          const message = JSON.parse(data.toString()) as { type: string };
          if (['subscribed', 'refused'].includes(message.type)) resolve(message);
        });
      });
    } finally {
      socket.terminate();
    }
  }

  it('is not there, unless a switch has it', async () => {
    expect(await subscribing()).toMatchObject({ message: 'Realtime is not available in portals.' });
    expect((await publish()).status).toBe(403);
    await noticeboard.door('POST', '/site/switches', { realtimeInPortals: true });
    expect(await subscribing()).toMatchObject({ type: 'subscribed' });
    expect((await publish()).status).toBe(200);
  });
});

describe('a request in the portal', () => {
  it('shows public comments alone, with names and nothing else of people', async () => {
    const { jira } = noticeboard.site;
    const note = (text: string, internal: boolean) => ({
      body: { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
      properties: [{ key: 'sd.public.comment', value: { internal } }],
    });
    for (const internal of [true, false])
      await jira.rest.fetch(
        new Request(`${noticeboard.site.url}/rest/api/3/issue/HELP-1/comment`, {
          method: 'POST',
          headers: { authorization: `Basic ${btoa('agent:agent')}`, 'content-type': 'application/json' },
          body: JSON.stringify(note(internal ? 'between us' : 'for you', internal)),
        }),
        { actor: { kind: 'user', user: 'agent' } },
      );
    const { body } = await request('customer2');
    expect(body).toMatchObject({
      request: {
        summary: 'Locked out of my laptop after a password change',
        requestType: 'Password reset',
        status: { name: 'Waiting for support' },
        participants: [{ displayName: 'Grace Hopper' }],
        comments: [{ author: { displayName: 'Avery Agent' } }],
      },
    });
    expect(JSON.stringify(body)).toContain('for you');
    expect(JSON.stringify(body)).not.toMatch(/between us|@example\.com|712020|qm:/);
  });

  it('takes a public answer from whoever may open it', async () => {
    const answer = (as: string, text: string) =>
      noticeboard.door('POST', '/site/portal/answer', { as, issue: 'HELP-1', text });
    expect((await answer('customer2', 'It works\nagain')).status).toBe(200);
    expect((await answer('outsider', 'Let me in')).status).toBe(404);
    expect((await answer('customer', '  ')).status).toBe(400);
    const [comment, ...others] = noticeboard.site.jira.state().issues[0]?.comments ?? [];
    expect(comment).toMatchObject({ author: { displayName: 'Grace Hopper' }, internal: false });
    expect(others).toEqual([]);
  });

  it('stands among the requests of its reporter and of whom it is shared with, newest first', async () => {
    const keys = async (as: string) => {
      const { body } = await noticeboard.door('GET', `/site/portal/requests?as=${as}`);
      return (body as { requests: { key: string }[] }).requests.map(({ key }) => key);
    };
    expect(await keys('customer')).toEqual(['FACIL-2', 'HELP-1']);
    expect(await keys('customer2')).toEqual(['HELP-2', 'HELP-1']);
    expect(await keys('outsider')).toEqual([]);
  });
});
