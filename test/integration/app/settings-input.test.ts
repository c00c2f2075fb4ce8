import { desk, useFreshDesk } from './fresh-desk';

useFreshDesk();

test('resuming comments that are not stopped is not written down', async () => {
  const { changes } = await desk.opensSettings();
  for (let i = 0; i < 3; i++) await desk.asks('resumeComments', { projectId: '10000' });
  expect((await desk.opensSettings()).changes).toEqual(changes);
});

test('test links have a limit, whoever asks for them and whatever became of them', async () => {
  const payload = { email: 'employee2@example.com' };
  for (let i = 0; i < 20; i++) await desk.asks('sendTestLink', payload);
  await expect(desk.asks('sendTestLink', payload)).rejects.toThrow('limit-reached');
  expect(desk.state().incode.messages).toHaveLength(20);
  await desk.site.clock.advance(24 * 60 * 60_000);
  await desk.asks('sendTestLink', payload);
});

test('changes are written down after many saves of large mappings, too', async () => {
  const names = { passed: { id: '3', name: 'In Progress' }, failed: null, review: null };
  const without = { passed: null, failed: null, review: null };
  const mappings = (mapping: object) =>
    Object.fromEntries(Array.from({ length: 900 }, (_, i) => [String(10_000_000_000 + i), mapping]));
  let view = await desk.opensSettings();
  for (let i = 0; i < 10; i++) {
    view = await desk.savesOn(view, { projectTransitions: mappings(i % 2 === 0 ? names : without) });
  }
  const saves = (await desk.opensSettings()).changes.filter(({ unnamed }) => unnamed !== undefined);
  expect(saves).toHaveLength(10);
  expect(saves[0]).toMatchObject({ what: 'settings-saved', unnamed: 880 });
});

test('as many mappings are saved as Forge stores, and one more is refused without changing anything', async () => {
  const mapping = { passed: { id: '3', name: 'In Progress' }, failed: null, review: null };
  const mappings = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [String(10_000_000_000 + i), mapping]));
  const view = await desk.opensSettings();
  const isTaken = async (count: number): Promise<boolean> => {
    try {
      await desk.saves({ projectTransitions: mappings(count) });
      return true;
    } catch (error) {
      expect(String(error)).toContain('"fields":{"projectTransitions":"too-large"}');
      return false;
    }
  };
  let [taken, refused] = [900, 10_000];
  while (refused - taken > 1) {
    const middle = Math.floor((taken + refused) / 2);
    if (await isTaken(middle)) taken = middle;
    else refused = middle;
  }
  expect(taken).toBeGreaterThan(2500);
  const { revision } = await desk.saves({ projectTransitions: mappings(taken) });
  await expect(
    desk.savesOn({ ...view, revision }, { projectTransitions: mappings(refused), linkValidityMinutes: 33 }),
  ).rejects.toThrow('too-large');
  expect(await desk.opensSettings()).toMatchObject({ revision, linkValidityMinutes: 10 });
});

describe('what is pasted', () => {
  test('into credentials is saved without what cannot be seen', async () => {
    const view = await desk.saves({ integrationReference: '\u200Bb2b-1\uFEFF', apiKey: '\u200B' });
    expect(view.integrationReference).toBe('b2b-1');
    expect(view.changes[0]?.names).toEqual(['integrationReference']);
  });

  test('as the group of agents has to be one of Jira’s, letter by letter', async () => {
    const view = await desk.opensSettings();
    for (const agentsGroup of ['Identity-Verifiers', 'nobody']) {
      await expect(desk.savesOn(view, { agentsGroup })).rejects.toThrow('no-such-group');
    }
    const saved = await desk.savesOn(view, { agentsGroup: ' identity-verifiers\u200B' });
    expect(saved.agentsGroup).toBe('identity-verifiers');
  });

  test('as the owner of a limit is a request’s key or URL, or an account', async () => {
    await desk.sendsLink();
    const lift = (whose: string, name: string) => desk.asks('liftLimit', { whose, name, reason: 'mistyped' });
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
    const [newest] = (await desk.opensSettings()).changes;
    expect(newest).toMatchObject({ what: 'limit-lifted', names: ['ticket', 'HELP-1'] });
  });
});
