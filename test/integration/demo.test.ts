import { resolve } from 'node:path';
import { setUpDemo } from '../demo/set-up';
import { startSite } from 'local-site/site';
import type { Site } from 'local-site/site';

interface State {
  kvs: { entities: Record<string, Record<string, { details: Record<string, unknown> }>> };
  incode: {
    sessions: unknown[];
    webhooks: { event: string; url: string; headers: Record<string, string> }[];
  };
  webtriggers: Record<string, string>;
}

let site: Site;

beforeAll(async () => {
  site = await startSite({ app: resolve(__dirname, '../..'), seed: ({ url }) => setUpDemo(url) });
}, 60_000);

afterAll(() => site.close());

function state(): State {
  return site.state() as State;
}

describe('the demo', () => {
  test('saves the demo environment and where each outcome leads', () => {
    expect(state().kvs.entities['settings']?.['settings']?.details).toMatchObject({
      environment: 'demo',
      doDemoResultsMoveTickets: true,
      transitions: {
        passed: { name: 'In Progress' },
        failed: { name: 'Escalated' },
        review: { name: 'Pending' },
      },
    });
  });

  test('registers four webhooks with the secret in one custom header', () => {
    const { incode, webtriggers } = state();
    expect(incode.webhooks.map(({ event }) => event)).toEqual([
      'SESSION_STARTED',
      'SESSION_SUCCEEDED',
      'SESSION_FAILED',
      'SESSION_PENDING_REVIEW',
    ]);
    for (const { url, headers } of incode.webhooks) {
      expect(Object.values(webtriggers)).toEqual([url]);
      expect(Object.keys(headers)).toHaveLength(1);
    }
  });

  test('has no verification yet', () => {
    expect(state().incode.sessions).toEqual([]);
    expect(Object.keys(state().kvs.entities['verification'] ?? {})).toEqual([]);
  });
});
