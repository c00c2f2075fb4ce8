import type { Noticeboard } from './noticeboard';
import { startNoticeboard } from './noticeboard';

let noticeboard: Noticeboard;

beforeAll(async () => {
  noticeboard = await startNoticeboard();
});
beforeEach(() => noticeboard.site.reset());

const later = (advance: string) => noticeboard.door('POST', '/site/clock', { advance });

describe('a function', () => {
  it('gets a warm instance when one is idle, with what that remembers', async () => {
    expect(await noticeboard.board('served')).toEqual({ value: 1 });
    expect(await noticeboard.board('served')).toEqual({ value: 2 });
  });

  it('gets a fresh instance when the site is told to make them cold', async () => {
    await noticeboard.board('served');
    expect((await noticeboard.door('POST', '/site/cold')).status).toBe(204);
    expect(await noticeboard.board('served')).toEqual({ value: 1 });
  });

  it('shares no globals with another that runs at the same time', async () => {
    const [one, two] = await Promise.all([
      noticeboard.tool('leak', { value: 'one' }),
      noticeboard.tool('leak', { value: 'two' }),
    ]);
    expect([one.got, two.got]).toEqual(['nothing', 'nothing']);
  });

  it('lives on the site’s clock', async () => {
    await later('P3D');
    const { got } = await noticeboard.tool('now');
    const { now, fresh } = got as { now: number; fresh: number };
    for (const time of [now, fresh]) expect(time - Date.now()).toBeGreaterThan(3 * 86_400_000 - 60_000);
  });

  it('knows how much time it has left', async () => {
    const { got } = await noticeboard.tool('time-left');
    expect(got).toBeGreaterThan(20_000);
    expect(got).toBeLessThanOrEqual(25_000);
  });

  it('loses no time when the clock is moved while it works', async () => {
    const answer = noticeboard.tool('compute', { rounds: 100_000 });
    await noticeboard.untilUsing('compute');
    await noticeboard.site.clock.advance(3_600_000);
    expect(await answer).not.toHaveProperty('threw');
  });

  it('passes on what it throws in the words of the bridge, and the log has it', async () => {
    expect(await noticeboard.board('trip')).toEqual({
      error: { message: 'There was an error invoking the function - mind the step' },
    });
    expect(noticeboard.site.journal.app).toMatchObject([
      { level: 'error', text: 'board-resolver failed: mind the step' },
    ]);
  });

  it('does not know keys that its resolver does not define', async () => {
    expect(await noticeboard.board('kvs')).toMatchObject({
      error: { message: expect.stringContaining('no definition') as string },
    });
  });

  it('serves all its keys to each module that names it', async () => {
    const at = { module: 'tally', as: 'agent', issue: 'HELP-1', functionKey: 'served' };
    expect((await noticeboard.door('POST', '/site/invoke', at)).body).toEqual({ value: 1 });
  });

  it('is told who asks and where by the site, whatever the payload says', async () => {
    const payload = { accountId: 'somebody', context: { extension: { issue: { key: 'HELP-2' } } } };
    expect(await noticeboard.board('echo', payload, { as: 'member' })).toEqual({
      value: { accountId: noticeboard.site.jira.accountId('member'), issueKey: 'HELP-1', payload },
    });
  });

  it('answers in JSON', async () => {
    expect(await noticeboard.board('oddities')).toEqual({
      value: { at: '1970-01-01T00:00:00.000Z', list: [null], none: null },
    });
  });

  it('takes 500 KB at most', async () => {
    expect(await noticeboard.board('served', { text: 'x'.repeat(500 * 1024) })).toMatchObject({
      error: { message: expect.stringContaining('500 KB') as string },
    });
  });
});

describe('a resolver that runs longer than 25 seconds', () => {
  it('is ended, its instance thrown away, and what it left running without effect', async () => {
    await noticeboard.tool('leak', { value: 'kept by the instance' });
    const answer = noticeboard.tool('dawdle', { ms: 26_000 });
    const end = expect(answer).rejects.toThrow('workshop-resolver timed out after 25 seconds');
    await noticeboard.untilUsing('dawdle');
    await later('PT25S');
    await end;
    await later('PT2S');
    expect(noticeboard.site.journal.app.map(({ text }) => text)).not.toContain('dawdled');
    expect((await noticeboard.tool('leak', { value: 'x' })).got).toBe('nothing');
  });

  it('does nothing more when a call that it waited for is answered after its end', async () => {
    noticeboard.site.faults.add({ target: 'kvs', match: '/api/v1/get', delay: 26_000, times: 1 });
    const end = expect(noticeboard.tool('read-then-write')).rejects.toThrow('timed out');
    await noticeboard.untilUsing('read-then-write');
    await later('PT27S');
    await end;
    expect((await noticeboard.tool('kvs', { method: 'get', args: ['written'] })).got).toBeUndefined();
  });

  it('has those 25 seconds', async () => {
    const answer = noticeboard.tool('dawdle', { ms: 24_000 });
    await noticeboard.untilUsing('dawdle');
    await later('PT24S');
    await answer;
    expect((await noticeboard.tool('kvs', { method: 'get', args: ['dawdled'] })).got).toBe(true);
  });
});

describe('an app', () => {
  it('is told once that it was installed, and again after a reset', () => {
    expect(noticeboard.site.state()).toMatchObject({
      kvs: {
        plain: {
          opening: { eventType: 'avi:forge:installed:app', installerAccountId: expect.any(String) as string },
        },
      },
    });
    expect(noticeboard.site.journal.calls.filter(({ module }) => module === 'opening')).toHaveLength(1);
  });

  it('is told of an upgrade, with what the platform says of it', async () => {
    const event = { event: 'avi:forge:upgraded:app', payload: { app: { version: '2.0.0' } } };
    expect((await noticeboard.door('POST', '/site/event', event)).body).toEqual({});
    expect((await noticeboard.tool('kvs', { method: 'get', args: ['reopening'] })).got).toMatchObject({
      eventType: 'avi:forge:upgraded:app',
      app: { version: '2.0.0' },
    });
  });

  it('has the failure of its trigger told by the control API', async () => {
    noticeboard.site.faults.add({ target: 'kvs', match: '/api/v1/set', status: 500 });
    const event = { event: 'avi:forge:installed:app' };
    expect((await noticeboard.door('POST', '/site/event', event)).body).toMatchObject({
      error: { message: expect.any(String) as string },
    });
  });

  // https://developer.atlassian.com/platform/forge/manifest-reference/modules/scheduled-trigger/
  it('has every schedule run about five minutes after it was deployed, then at its interval', async () => {
    const weekly = await startNoticeboard({ manifest: (text) => text.replace('fiveMinute', 'week') });
    const swept = () => weekly.site.journal.app.filter(({ text }) => text === 'swept clean').length;
    await weekly.door('POST', '/site/clock', { advance: 'PT5M1S' });
    expect(swept()).toBe(1);
    await weekly.door('POST', '/site/clock', { advance: 'PT6H' });
    expect(swept()).toBe(1);
  });

  it('is told when the function of a schedule returns no statusCode', async () => {
    await noticeboard.door('POST', '/site/run/sweeper');
    expect(noticeboard.site.journal.app.map(({ text }) => text)).toContain(
      'sweeper-function returned no statusCode, which a schedule’s function should.',
    );
  });

  it('shares its warm instances with its other installations, and nothing else', async () => {
    await noticeboard.tool('leak', { value: 'left by the first' });
    await noticeboard.tool('kvs', { method: 'set', args: ['mine', true] });
    const other = await noticeboard.site.installElsewhere();
    const [user] = other.users();
    const module = other.manifest.uiModules.find(({ key }) => key === 'workshop');
    if (!user || !module) throw new Error('The other site has no workshop');
    const opening = { module, user, place: { at: 'settings' }, locale: 'en-US' } as const;
    const tool = (functionKey: string, payload: object) =>
      other.invoke({ ...opening, colorMode: 'light', isNewToIssue: false }, functionKey, payload);
    expect(await tool('leak', { value: 'x' })).toEqual({ value: { got: 'left by the first' } });
    expect(await tool('kvs', { method: 'get', args: ['mine'] })).toEqual({ value: {} });
    expect(other.installation.cloudId).not.toBe(noticeboard.site.forge.installation.cloudId);
  });

  it('ends its invocation, and not the site, when it ends its process', async () => {
    await expect(noticeboard.tool('exit', { code: 3 })).rejects.toThrow('ended its process with the code 3');
    expect((await noticeboard.tool('leak', { value: 'x' })).got).toBe('nothing');
  });

  // https://developer.atlassian.com/platform/forge/environments-and-versions/
  it('finds its variables in its environment, and no others', async () => {
    expect((await noticeboard.tool('environment')).got).toEqual({});
    process.env['FORGE_USER_VAR_COLOUR'] = 'red';
    const { tool } = await startNoticeboard();
    expect((await tool('environment')).got).toEqual({ COLOUR: 'red' });
    delete process.env['FORGE_USER_VAR_COLOUR'];
  });

  it('has its schedules run when their time comes, or by the door', async () => {
    const swept = () => noticeboard.site.journal.app.filter(({ text }) => text === 'swept clean').length;
    await later('PT4M59S');
    expect(swept()).toBe(0);
    await later('PT2S');
    expect(swept()).toBe(1);
    await later('PT10M');
    expect(swept()).toBe(3);
    expect(await noticeboard.door('POST', '/site/run/sweeper')).toEqual({ status: 200, body: {} });
    expect(swept()).toBe(4);
    expect((await noticeboard.door('POST', '/site/run/nobody')).status).toBe(404);
  });

  it('has a schedule that failed run again only when it is due again', async () => {
    const failures = () =>
      noticeboard.site.journal.app.filter(({ text }) => text.includes('the broom broke'));
    await noticeboard.tool('kvs', { method: 'set', args: ['sweeper:broom-is-broken', true] });
    await later('PT9M59S');
    expect(failures()).toHaveLength(1);
    await later('PT2S');
    expect(failures()).toHaveLength(2);
  });
});
