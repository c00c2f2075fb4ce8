import { expect, test } from './fixtures';
import { MINUTE, ada, adasPhone, employeeOpens, opens, sends } from './panel-stage';
import { Incode } from './people';
import type { Agent } from './people';
import type { Site } from 'local-site/site';

test('what stands when the request is opened is no news', async ({ context, site }) => {
  const agent = await sends({ context, site });
  await agent.isAtRest();
  await expect(agent.page.getByRole('status').getByRole('region')).toHaveCount(0);
});

test('a link, its opening and the verdict are told in every open panel of the request', async ({
  context,
  site,
}) => {
  const one = await opens({ context, site });
  const other = await opens({ context, site }, 'agent2');
  await expect(other.field('Corporate email')).toBeVisible();
  await one.sendsBySms(ada, adasPhone);
  for (const agent of [one, other]) {
    await expect(agent.flag('Demo: Link sent')).toContainText(
      'ada.lovelace@example.com (Ada Lovelace), by SMS to +1 ••• 0123',
    );
  }
  await employeeOpens(site);
  for (const agent of [one, other]) await expect(agent.flag('Demo: Link opened')).toBeVisible();
  await new Incode(site).tells('SESSION_SUCCEEDED');
  for (const agent of [one, other]) {
    await expect(agent.flag('Demo: ✅ Verification passed')).toContainText('ada.lovelace@example.com');
    await expect(agent.flag('Demo: Link opened')).toBeHidden();
  }
});

const hint = { loginHint: 'grace.hopper@example.com' };
const changes: [title: string, act: (site: Site, agent: Agent) => Promise<unknown>][] = [
  ['❌ Verification failed', (site) => new Incode(site).tells('SESSION_FAILED')],
  ['⚠️ Manual review required', (site) => new Incode(site).tells('SESSION_PENDING_REVIEW')],
  ['⚠️ Different person', (site) => new Incode(site).tells('SESSION_SUCCEEDED', hint)],
  [
    '⚠️ Conflicting results',
    async (site, agent) => {
      await new Incode(site).tells('SESSION_SUCCEEDED');
      await agent.sees('✅ Verification passed');
      await new Incode(site).tells('SESSION_FAILED');
    },
  ],
  ['Link expired', (site) => site.clock.advance(10 * MINUTE)],
  [
    'No result received',
    async (site, agent) => {
      await new Incode(site).tells('SESSION_STARTED');
      await agent.sees('Link opened');
      await site.clock.advance(44 * MINUTE);
    },
  ],
  [
    'Passed earlier, verify again',
    async (site, agent) => {
      await new Incode(site).tells('SESSION_SUCCEEDED');
      await agent.sees('✅ Verification passed');
      await site.clock.advance(61 * MINUTE);
    },
  ],
];

for (const [title, act] of changes) {
  test(`a change is told to whoever looks elsewhere, and stays until it is dismissed: ${title}`, async ({
    context,
    site,
  }) => {
    const agent = await sends({ context, site });
    await act(site, agent);
    const flag = agent.flag(`Demo: ${title}`);
    await expect(flag).toBeVisible();
    await flag.getByRole('button', { name: 'Dismiss' }).click();
    await expect(flag).toBeHidden();
  });
}

test('a doubt whether a link went out is told, too', async ({ context, site }) => {
  const agent = await opens({ context, site });
  site.faults.add({ target: 'egress', match: 'request-new', drop: true, times: 1 });
  await agent.sendsBySms(ada, adasPhone);
  await expect(agent.flag('It’s not certain whether a link was sent')).toBeVisible();
});
