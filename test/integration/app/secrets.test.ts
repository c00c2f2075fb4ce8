import { formsOf, leaksOf, secretsOf } from '../../support/leaks';
import { HelpDesk } from './help-desk';

let desk: HelpDesk;
const answers: string[] = [];

/** Everything that left the app or was written down, but for the secret store and what only Incode and the phone see. */
function recorded(): string {
  const { kvs, jira, queue } = desk.state();
  return JSON.stringify([answers, kvs, jira, queue, desk.site.journal.app]);
}

function expectHidden(what: string, secret: string): void {
  expect(secret.length).toBeGreaterThan(10);
  const found = formsOf(secret).filter((form) => recorded().includes(form));
  expect({ [what]: found.length }).toEqual({ [what]: 0 });
}

async function invoke(invocation: Parameters<HelpDesk['invoke']>[0]): Promise<void> {
  answers.push(JSON.stringify(await desk.invoke(invocation)));
}

beforeAll(async () => {
  desk = await HelpDesk.open();
  await desk.sendsLink();
  await invoke({ as: 'agent', functionKey: 'openPanel', issue: 'HELP-1' });
  await desk.completes('pass');
  await desk.settles();
  await desk.sendsLink('HELP-2', {
    email: 'grace.hopper@example.com',
    method: 'email',
    alternateEmail: 'grace@home.example',
  });
  desk.site.faults.add({ target: 'egress', match: 'request-new', status: 500, times: 1 });
  await invoke({
    as: 'agent',
    functionKey: 'sendLink',
    issue: 'HELP-3',
    payload: { email: 'employee1@example.com', method: 'sms', phone: '+14155550131' },
  });
  for (const as of ['admin', 'agent']) await invoke({ as, module: 'settings', functionKey: 'openSettings' });
  await invoke({ as: 'agent', functionKey: 'openPanel', issue: 'HELP-1' });
  await invoke({ as: 'agent', functionKey: 'openPanel', issue: 'HELP-3' });
});
afterAll(() => desk.close());

test('credentials, tokens, links and the webhook secret are in no answer, comment, log line or plain storage', () => {
  const kinds = new Set(secretsOf(desk.site).map(([what]) => what));
  expect(kinds.size).toBeGreaterThanOrEqual(4);
  expect(desk.state().incode.messages).toHaveLength(2);
  expect(leaksOf(desk.site, answers)).toEqual([]);
});

test('nor are phone numbers and typed addresses', () => {
  expectHidden('phone', '14155550123');
  expectHidden('phone of a failed send', '14155550131');
  expectHidden('address', 'grace@home.example');
});

test('logs name nobody', () => {
  const log = JSON.stringify(desk.site.journal.app);
  for (const name of ['ada', 'grace', 'employee1', '@example.com', 'HELP-']) expect(log).not.toContain(name);
});

test('the search would find a secret in each of its forms', () => {
  for (const [what, secret] of secretsOf(desk.site)) {
    for (const form of formsOf(secret)) expect(leaksOf(desk.site, [`x${form}`])).toContain(what);
  }
});
