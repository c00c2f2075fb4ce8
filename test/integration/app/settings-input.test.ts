import { HelpDesk } from './help-desk';
import type { SettingsView } from '../../../src/contract/settings-page';

let desk: HelpDesk;
beforeAll(async () => {
  desk = await HelpDesk.open();
}, 60_000);
beforeEach(() => desk.reset(), 30_000);
afterAll(() => desk.close());

/** What a function of the settings page answers to the administrator. */
async function ask<T>(functionKey: string, payload: unknown = {}): Promise<T> {
  const answer = await desk.invoke({ as: 'admin', module: 'settings', functionKey, payload });
  const { value } = answer as { value: { ok: boolean; data: T } };
  if (!value.ok) throw new Error(JSON.stringify(answer));
  return value.data;
}

const open = () => ask<SettingsView>('openSettings');

function save(view: SettingsView, changes: object): Promise<SettingsView> {
  const credentials = { apiKey: '', clientId: '', clientSecret: '' };
  return ask('saveSettings', { ...view, ...credentials, ...changes });
}

test('resuming comments that are not stopped is not written down', async () => {
  const { changes } = await open();
  for (let i = 0; i < 3; i++) await ask('resumeComments', { projectId: '10000' });
  expect((await open()).changes).toEqual(changes);
});

test('test links have a limit, whoever asks for them and whatever became of them', async () => {
  const payload = { email: 'employee2@example.com' };
  for (let i = 0; i < 20; i++) await ask('sendTestLink', payload);
  await expect(ask('sendTestLink', payload)).rejects.toThrow('limit-reached');
  expect(desk.state().incode.messages).toHaveLength(20);
  await desk.site.clock.advance(24 * 60 * 60_000);
  await ask('sendTestLink', payload);
});

test('changes are written down after many saves of large mappings, too', async () => {
  const names = { passed: { id: '3', name: 'In Progress' }, failed: null, review: null };
  const without = { passed: null, failed: null, review: null };
  const mappings = (mapping: object) =>
    Object.fromEntries(Array.from({ length: 900 }, (_, i) => [String(10_000_000_000 + i), mapping]));
  let view = await open();
  for (let i = 0; i < 10; i++) {
    view = await save(view, { projectTransitions: mappings(i % 2 === 0 ? names : without) });
  }
  const saves = (await open()).changes.filter(({ unnamed }) => unnamed !== undefined);
  expect(saves).toHaveLength(10);
  expect(saves[0]).toMatchObject({ what: 'settings-saved', unnamed: 880 });
});

describe('what is pasted', () => {
  test('into credentials is saved without what cannot be seen', async () => {
    const view = await save(await open(), { integrationReference: '\u200Bb2b-1\uFEFF', apiKey: '\u200B' });
    expect(view.integrationReference).toBe('b2b-1');
    expect(view.changes[0]?.names).toEqual(['integrationReference']);
  });

  test('as the group of agents has to be one of Jira’s, letter by letter', async () => {
    const view = await open();
    for (const agentsGroup of ['Identity-Verifiers', 'nobody']) {
      await expect(save(view, { agentsGroup })).rejects.toThrow('no-such-group');
    }
    const saved = await save(view, { agentsGroup: ' identity-verifiers\u200B' });
    expect(saved.agentsGroup).toBe('identity-verifiers');
  });

  test('as the owner of a limit is a request’s key or URL, or an account', async () => {
    await desk.sendsLink();
    const lift = (whose: string, name: string) => ask('liftLimit', { whose, name, reason: 'mistyped' });
    await lift('ticket', 'https://example.atlassian.net/browse/HELP-1?focusedId=1');
    await lift('ticket', ' help-1\u200B');
    for (const [whose, name] of [
      ['ticket', 'https://example.atlassian.net/'],
      ['ticket', 'HELP-404'],
      ['ticket', '../../myself'],
      ['agent', 'agent@example.com'],
      ['agent', 'Avery Agent'],
    ] as const) {
      await expect(lift(whose, name)).rejects.toThrow('not-found');
    }
    const [newest] = (await open()).changes;
    expect(newest).toMatchObject({ what: 'limit-lifted', names: ['ticket', 'HELP-1'] });
  });
});
