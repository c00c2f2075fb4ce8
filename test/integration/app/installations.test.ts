import path from 'node:path';
import { startSite } from 'local-site/site';
import type { Site } from 'local-site/site';
import { setUpDemo } from '../../demo/set-up';

let site: Site;

beforeAll(async () => {
  const app = path.resolve(__dirname, '../../..');
  site = await startSite({ app, seed: ({ url }) => setUpDemo(url) });
});
afterAll(() => site.close());

test('what one installation writes down does not silence another that is served by the same warm instance', async () => {
  const other = await site.installElsewhere();
  const refusedBy = async ({ webTriggers, store }: typeof other) => {
    const { 'incode-webhook': url = '' } = webTriggers.all();
    const answer = await site.fetch(new Request(url, { method: 'POST', body: '{}' }));
    return [answer.status, store.snapshot().entities['webhook-journal']?.length];
  };
  expect(await refusedBy(site.forge)).toEqual([401, 1]);
  expect(await refusedBy(other)).toEqual([401, 1]);
});
