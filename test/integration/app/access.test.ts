import { access } from '../../../src/functions/access';
import { HelpDesk } from './help-desk';

let desk: HelpDesk;
beforeAll(async () => {
  desk = await HelpDesk.open();
}, 60_000);
afterAll(() => desk.site.close());

const users = ['admin', 'agent', 'agent2', 'member', 'customer', 'outsider'];
const refused = { value: { ok: false, error: { code: 'not-permitted' } } };

const modules = {
  'identity-verification': {
    keys: Object.keys(access.issuePanel).filter((key) => key !== 'findSettings'),
    mayCall: ['agent', 'agent2'],
  },
  'identity-verification-status': { keys: Object.keys(access.issueContext), mayCall: ['agent', 'agent2'] },
  settings: { keys: Object.keys(access.settingsPage), mayCall: ['admin'] },
  'settings-configure': { keys: Object.keys(access.settingsPage), mayCall: ['admin'] },
};

const wayToSettings = { keys: ['findSettings'], mayCall: ['admin'] };

const cells = [...Object.entries(modules), ['identity-verification', wayToSettings] as const].flatMap(
  ([module, { keys, mayCall }]) =>
    keys.flatMap((functionKey) =>
      users.map((as) => ({ module, functionKey, as, may: mayCall.includes(as) })),
    ),
);

test.each(cells)('$as, $module, $functionKey: $may', async ({ module, functionKey, as, may }) => {
  const answer = await desk.invoke({ as, module, functionKey, issue: 'HELP-1' });
  if (may) expect(answer).not.toEqual(refused);
  else expect(answer).toEqual(refused);
});

test.each(['constructor', 'toString', '__proto__', 'openSettings', 'nothing'])(
  'the panel has no key %s, for agents either',
  async (functionKey) => {
    expect(await desk.invoke({ as: 'agent', functionKey, issue: 'HELP-1' })).toEqual(refused);
  },
);

test('the side bar has none of the panel’s keys', async () => {
  const place = { as: 'agent', module: 'identity-verification-status', issue: 'HELP-1' };
  for (const functionKey of Object.keys(access.issuePanel)) {
    expect(await desk.invoke({ ...place, functionKey })).toEqual(refused);
  }
});

test('an agent of one project is none in another', async () => {
  expect(await desk.invoke({ as: 'agent2', functionKey: 'openPanel', issue: 'FACIL-1' })).toEqual(refused);
});

test('a project that is no service project has no agents', async () => {
  expect(await desk.invoke({ as: 'agent', functionKey: 'openPanel', issue: 'DEV-1' })).toEqual(refused);
});

test('the issue is the one the panel stands on, whatever the payload says', async () => {
  const payload = { issue: { id: '10101', key: 'HELP-1' }, extension: { issue: { id: '10101' } } };
  expect(await desk.invoke({ as: 'agent2', functionKey: 'openPanel', issue: 'FACIL-1', payload })).toEqual(
    refused,
  );
});

test('credentials never come back', async () => {
  const answer = JSON.stringify(
    await desk.invoke({ as: 'admin', module: 'settings', functionKey: 'openSettings' }),
  );
  const saved = Object.entries(desk.state().secrets).find(([key]) => key.startsWith('credentials:'))?.[1];
  for (const secret of Object.values(saved as Record<string, string>)) expect(answer).not.toContain(secret);
});
