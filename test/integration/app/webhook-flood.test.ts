import { HelpDesk } from './help-desk';

let desk: HelpDesk;
beforeAll(async () => {
  desk = await HelpDesk.open();
}, 60_000);
afterAll(() => desk.site.close());

const FLOOD = 20;

// The secret's digest is in the settings, and the journal says when a refusal was last written down.
test.each([
  ['no secret', {}, 1],
  ['a wrong secret', { 'X-Incode-Webhook-Secret': 'wrong' }, 2],
])(
  'a flood of webhooks with %s costs a known number of reads each, and one write a minute',
  async (_name, headers: Record<string, string>, readsEach) => {
    await desk.site.clock.advance(61_000);
    const from = desk.site.journal.calls.length;
    for (let count = 0; count < FLOOD; count++) {
      expect((await desk.webhook('{}', headers)).status).toBe(401);
    }
    const calls = desk.site.journal.calls.slice(from).filter(({ module }) => module === 'incode-webhook');
    const reads = calls.filter(({ path }) => path === '/api/v1/entity/get');
    expect(reads).toHaveLength(FLOOD * readsEach);
    expect(calls.length - reads.length).toBe(1);
  },
);
