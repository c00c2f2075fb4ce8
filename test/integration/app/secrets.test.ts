import { HelpDesk } from './help-desk';

let desk: HelpDesk;
const answers: string[] = [];

/** Everything that left the app or was written down, but for the secret store and what only Incode and the phone see. */
function recorded(): string {
  const { kvs, jira, queue } = desk.state();
  return JSON.stringify([answers, kvs, jira, queue, desk.site.journal.app]);
}

/** The forms in which a secret could hide. */
function forms(secret: string): string[] {
  const base64 = Buffer.from(secret).toString('base64').replace(/=+$/, '');
  const inside = [1, 2].map((offset) =>
    // Whatever stands before shifts base64 by up to two bytes; the middle of the text stays recognisable.
    Buffer.from('x'.repeat(offset) + secret)
      .toString('base64')
      .slice(4, -4),
  );
  return [secret, base64, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), ...inside];
}

function expectHidden(what: string, secret: string): void {
  expect(secret.length).toBeGreaterThan(10);
  const found = forms(secret).filter((form) => recorded().includes(form));
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
}, 60_000);
afterAll(() => desk.site.close());

test('credentials and tokens are in no answer, comment, log line or plain storage', () => {
  const { secrets } = desk.state();
  for (const [key, value] of Object.entries(secrets)) {
    const texts: unknown[] = typeof value === 'string' ? [value] : Object.values(value as object);
    for (const text of texts) if (typeof text === 'string') expectHidden(key, text);
  }
});

test('nor is the webhook secret', () => {
  for (const secret of Object.values(desk.secretHeader())) expectHidden('webhook secret', secret);
});

test('nor are Incode’s links', () => {
  const { messages } = desk.state().incode;
  expect(messages).toHaveLength(2);
  for (const { link } of messages) {
    expectHidden('link', link);
    expectHidden('link secret', link.split('/').at(-1) ?? '');
  }
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
  for (const form of forms('a-secret-to-be-found+/=')) {
    answers.push(form);
    expect(() => expectHidden('planted', 'a-secret-to-be-found+/=')).toThrow();
    answers.pop();
  }
});
