import { access } from '../../../src/functions/access';
import type { Rule } from '../../../src/functions/access';
import { HelpDesk } from './help-desk';

let desk: HelpDesk;
beforeAll(async () => {
  desk = await HelpDesk.open();
});
afterAll(() => desk.close());

const users = ['admin', 'agent', 'agent2', 'member', 'customer', 'customer2', 'outsider'];
/** A service request, one of another service project, and one of a project that is none. */
const issues = ['HELP-1', 'FACIL-1', 'DEV-1'];
const refused = { value: { ok: false, error: { code: 'not-permitted' } } };

/** Who may call a rule's keys, and on which issues; whoever is not listed may not. */
const mayCall: Record<Rule, Record<string, string[]>> = {
  agent: { agent: ['HELP-1', 'FACIL-1'], agent2: ['HELP-1'] },
  administrator: { admin: issues },
  // Has no issue, but a request's page in the portal.
  portalUser: {},
};

const modules = {
  'identity-verification': access.issuePanel,
  'identity-verification-status': access.issueContext,
  settings: access.settingsPage,
  'settings-configure': access.settingsPage,
};

const cells = Object.entries(modules).flatMap(([module, rules]) =>
  Object.entries(rules).flatMap(([functionKey, rule]) =>
    users.flatMap((as) =>
      issues.map((issue) => ({
        module,
        functionKey,
        as,
        issue,
        may: mayCall[rule][as]?.includes(issue) ?? false,
      })),
    ),
  ),
);

test.each(cells)(
  '$as, $module, $functionKey, $issue: $may',
  async ({ module, functionKey, as, issue, may }) => {
    const answer = await desk.invoke({ as, module, functionKey, issue });
    expectLetIn(answer, may);
  },
);

/** A user who is let in gets an answer, which may be an error about the input. Other users get the refusal. */
function expectLetIn(answer: unknown, isLetIn: boolean): void {
  if (isLetIn) {
    expect(answer).toMatchObject({ value: { ok: expect.any(Boolean) as boolean } });
    expect(answer).not.toEqual(refused);
  } else expect(answer).toEqual(refused);
}

test('a refusal waits for nothing that depends on what there is', async () => {
  await desk.sendsLink();
  desk.site.faults.add({ target: 'kvs', hang: true });
  const context = { module: 'identity-verification-status', functionKey: 'openContext', issue: 'HELP-1' };
  expect(await desk.invoke({ as: 'outsider', ...context })).toEqual(refused);
  desk.site.faults.clear();
  await desk.reset();
});

test('settings narrow the panel to some service projects', async () => {
  await desk.saves({ projects: ['10001'] });
  const open = (issue: string) => desk.invoke({ as: 'agent', functionKey: 'openPanel', issue });
  expect(await open('HELP-1')).toEqual(refused);
  expect(await open('FACIL-1')).not.toEqual(refused);
  await desk.reset();
});

describe('settings narrow the panel to a group of agents', () => {
  const open = (as: string) => desk.invoke({ as, functionKey: 'openPanel', issue: 'HELP-1' });
  const groupsAsked = () => desk.site.journal.calls.filter(({ path }) => path.includes('/myself'));
  beforeAll(() => desk.saves({ agentsGroup: ' identity-verifiers ' }));
  afterEach(() => {
    desk.site.faults.clear();
  });
  afterAll(() => desk.reset());

  test.each(cells.filter(({ module, issue }) => !module.startsWith('settings') && issue === 'HELP-1'))(
    '$as, $module, $functionKey',
    async ({ module, functionKey, as, issue }) => {
      const answer = await desk.invoke({ as, module, functionKey, issue });
      const isLetIn = as === (functionKey === 'findSettings' ? 'admin' : 'agent');
      expectLetIn(answer, isLetIn);
    },
  );

  test('whose members are not made agents by it', async () => {
    await desk.saves({ agentsGroup: 'service-desk' });
    expect(await desk.invoke({ as: 'agent2', functionKey: 'openPanel', issue: 'FACIL-1' })).toEqual(refused);
  });

  test.each([403, 500])('and nobody gets in where Jira answers %d', async (status) => {
    await desk.saves({ agentsGroup: 'identity-verifiers' });
    desk.site.faults.add({ target: 'jira', match: '/myself', status });
    expect(await open('agent')).toMatchObject({ value: { ok: false } });
  });

  test('and Jira is asked for groups only where one is set', async () => {
    await desk.saves({ agentsGroup: 'identity-verifiers' });
    const before = groupsAsked().length;
    await open('agent');
    expect(groupsAsked()).toHaveLength(before + 1);
    await desk.saves({ agentsGroup: '' });
    await open('agent');
    expect(groupsAsked()).toHaveLength(before + 1);
  });
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

test('what a page says it has lets nobody in', async () => {
  const payload = { channel: true, requester: true };
  for (const as of ['outsider', 'customer', 'member', 'admin']) {
    expect(await desk.invoke({ as, functionKey: 'openPanel', issue: 'HELP-1', payload })).toEqual(refused);
  }
});

test('credentials never come back', async () => {
  const answer = JSON.stringify(
    await desk.invoke({ as: 'admin', module: 'settings', functionKey: 'openSettings' }),
  );
  const saved = Object.entries(desk.state().secrets).find(([key]) => key.startsWith('credentials:'))?.[1];
  for (const secret of Object.values(saved as Record<string, string>)) expect(answer).not.toContain(secret);
});
