import { HelpDesk } from './help-desk';

let desk: HelpDesk;
beforeAll(async () => {
  desk = await HelpDesk.open();
});
afterAll(() => desk.close());

const FLOOD = 20;

// The secret's digest is in the settings; the journal is read before it is written.
test.each([
  ['no secret', {}, 0],
  ['a wrong secret', { 'X-Incode-Webhook-Secret': 'wrong' }, 1],
])(
  'a flood of webhooks with %s costs one read each at most, and a read and a write a minute',
  async (_name, headers: Record<string, string>, readsEach) => {
    await desk.site.clock.advance(61_000);
    const from = desk.site.journal.calls.length;
    for (let count = 0; count < FLOOD; count++) {
      expect((await desk.webhook('{}', headers)).status).toBe(401);
    }
    const calls = desk.site.journal.calls.slice(from).filter(({ module }) => module === 'incode-webhook');
    const reads = calls.filter(({ path }) => path === '/api/v1/entity/get');
    expect(reads).toHaveLength(FLOOD * readsEach + 1);
    expect(calls.length - reads.length).toBe(1);
  },
);
