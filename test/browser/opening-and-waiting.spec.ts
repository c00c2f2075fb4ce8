import { expect, test } from './fixtures';
import { MINUTE, ada, adasPhone, completes, employeeOpens, linkGoesOut, sends } from './panel-stage';
import { Agent, Incode } from './people';
import { FIELDS_MS } from './queue-stage';
import type { Site } from 'local-site/site';

/** How many invocations of the panel there have been. */
function invocations(site: Site, module = 'identity-verification'): number {
  const { calls } = site.journal;
  return new Set(calls.filter((call) => call.module === module).map(({ invocation }) => invocation)).size;
}

/** Lets time pass in steps of ten seconds, each as long as what it sets off. */
async function timePasses(site: Site, agent: Agent, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 10_000) {
    await site.clock.advance(10_000);
    await agent.isAtRest();
  }
}

test('one invocation opens the panel', async ({ context, site }) => {
  const agent = await Agent.opens(context, site, 'HELP-1');
  await expect(agent.field('Corporate email')).toHaveValue(ada);
  await agent.isAtRest();
  expect(invocations(site)).toBe(1);
});

test('while changes are announced, a waiting panel asks at most once a minute', async ({ context, site }) => {
  const agent = await sends({ context, site });
  await agent.isAtRest();
  const before = invocations(site);
  await timePasses(site, agent, 5 * MINUTE);
  const asked = invocations(site) - before;
  expect(asked).toBeGreaterThanOrEqual(4);
  expect(asked).toBeLessThanOrEqual(5);
});

test('a panel with nothing to wait for asks every ten minutes', async ({ context, site }) => {
  const agent = await Agent.opens(context, site, 'HELP-1');
  await expect(agent.field('Corporate email')).toBeVisible();
  await agent.isAtRest();
  const before = invocations(site);
  await timePasses(site, agent, 5 * MINUTE);
  expect(invocations(site)).toBe(before);
  await site.clock.advance(5 * MINUTE);
  await expect.poll(() => invocations(site)).toBe(before + 1);
});

test('without announcements it asks from every 5 s backing off to a minute, and finds the result', async ({
  context,
  site,
}) => {
  site.faults.add({ target: 'realtime', status: 500 });
  const agent = await sends({ context, site });
  await agent.isAtRest();
  const before = invocations(site);
  const steps: number[] = [];
  for (let seconds = 0; seconds < 180; seconds += 5) {
    await site.clock.advance(5000);
    await agent.isAtRest();
    steps.push(invocations(site) - before);
  }
  // 5, 8, 12.8, 20.5, 32.8 and 52 s apart: after about 5, 13, 26, 46, 79 and 131 s.
  expect(steps[1]).toBeGreaterThanOrEqual(1);
  expect(steps.at(-1)).toBeGreaterThanOrEqual(5);
  expect(steps.at(-1)).toBeLessThanOrEqual(8);

  await new Incode(site).tells('SESSION_SUCCEEDED');
  await site.clock.advance(MINUTE);
  await agent.sees('✅ Verification passed');
});

test('after sleep the panel shows by itself what happened meanwhile', async ({ context, site }) => {
  const agent = await sends({ context, site });
  site.faults.add({ target: 'realtime', status: 500 });
  await new Incode(site).tells('SESSION_SUCCEEDED');
  await site.clock.advance(8 * 60 * MINUTE);
  await agent.sees('Passed earlier, verify again');
});

test.describe('where there is no network for a moment', () => {
  // The page around the app may be asking, too.
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED/] });

  test('the panel asks at once when it is back', async ({ context, site }) => {
    const agent = await sends({ context, site });
    // The field's frame is loaded once the app has written the field.
    await site.clock.advance(FIELDS_MS);
    await expect(agent.page.getByRole('definition').getByText('Link sent')).toBeVisible();
    await agent.isAtRest();
    site.faults.add({ target: 'realtime', status: 500 });
    await context.setOffline(true);
    await new Incode(site).tells('SESSION_SUCCEEDED');
    await context.setOffline(false);
    await agent.sees('✅ Verification passed', 5000);
  });
});

test('a lost answer is asked for again', async ({ context, site }) => {
  site.faults.add({ target: 'jira', status: 503, times: 2 });
  const agent = await Agent.opens(context, site, 'HELP-1');
  await agent.sees('The verification can’t be shown');
  await site.clock.advance(5000);
  await expect(agent.field('Corporate email')).toBeVisible();
});

test('whoever does not want to wait for that asks by hand', async ({ context, site }) => {
  site.faults.add({ target: 'jira', status: 503, times: 2 });
  const agent = await Agent.opens(context, site, 'HELP-1');
  await agent.clicks('Try again');
  await expect(agent.field('Corporate email')).toBeVisible();
});

test('whoever is told of a link before it is written sees it being sent, and then sent', async ({
  context,
  site,
}) => {
  const one = await Agent.opens(context, site, 'HELP-1');
  const other = await Agent.opens(context, site, 'HELP-1', 'agent2');
  await expect(other.field('Corporate email')).toBeVisible();
  site.faults.add({ target: 'kvs', match: 'transaction', delay: 4000 });
  await one.sendsBySms(ada, adasPhone);
  await site.clock.advance(4000);
  await other.sees('A link is being sent');
  await site.clock.advance(5000);
  await other.sees('Link sent');
});

test('a pass that is contradicted later changes in every open panel', async ({ context, site }) => {
  const one = await sends({ context, site });
  const other = await Agent.opens(context, site, 'HELP-1', 'agent2');
  await other.sees('Link sent');
  await new Incode(site).tells('SESSION_SUCCEEDED');
  for (const agent of [one, other]) await agent.sees('✅ Verification passed');
  // A realtime token holds for an hour: the panels get another one before it ends.
  for (const ms of [59 * MINUTE, 40_000, MINUTE]) {
    await site.clock.advance(ms);
    for (const agent of [one, other]) await agent.isAtRest();
  }
  await new Incode(site).tells('SESSION_FAILED');
  for (const agent of [one, other]) await agent.sees('⚠️ Conflicting results', 5000);
});

test('a result closes an untouched form for a new link, and stands above one in which somebody types', async ({
  context,
  site,
}) => {
  const one = await sends({ context, site });
  const other = await Agent.opens(context, site, 'HELP-1', 'agent2');
  await other.sees('Link sent');
  for (const agent of [one, other]) {
    await agent.clicks('Send a new link');
    await agent.sees('Replace the link?');
  }
  await other.field('Phone number').fill('+1 415');
  await new Incode(site).tells('SESSION_SUCCEEDED');
  for (const agent of [one, other]) await agent.sees('✅ Verification passed');
  await expect(one.field('Phone number')).toBeHidden();
  await expect(other.field('Phone number')).toHaveValue('+1 415');
});

test('the side bar shows the state without opening anything, and follows it', async ({ context, site }) => {
  const agent = await Agent.opens(context, site, 'HELP-1');
  await expect(agent.sideBar().getByText('Not verified')).toBeVisible();
  await agent.isAtRest();
  await linkGoesOut({ context, site });
  await expect(agent.sideBar().getByText('Sent (DEMO)')).toBeVisible();
  // The address, not the name: people can rename themselves.
  await expect(agent.sideBar().getByText(/^ada\.lovelace@example\.com, /)).toBeVisible();
  await employeeOpens(site);
  await expect(agent.sideBar().getByText('Opened (DEMO)')).toBeVisible();
  await new Incode(site).tells('SESSION_FAILED');
  await expect(agent.sideBar().getByText('Failed (DEMO)')).toBeVisible();
});

test('a timeline tells the day where a review took longer than one', async ({ context, site }) => {
  const agent = await completes({ context, site }, 'review', '⚠️ Manual review required');
  await site.clock.advance(2 * 24 * 60 * MINUTE);
  await new Incode(site).tells('SESSION_SUCCEEDED');
  await agent.page.reload();
  await agent.sees('Passed earlier, verify again');
  await agent.clicks('Show history');
  await agent.clicks('Show timeline');
  const events = agent.panel().getByRole('listitem');
  await expect(events.filter({ hasText: 'Link sent' })).toHaveText(/^\d+:\d\d:\d\d [AP]M/);
  await expect(events.filter({ hasText: 'Passed' })).toHaveText(/, 20\d\d, /);
});

test('the history pages through every verification, with its timeline on demand', async ({
  context,
  site,
}) => {
  for (let i = 0; i < 7; i++) {
    await linkGoesOut({ context, site });
    await site.clock.advance(MINUTE);
  }
  const agent = await Agent.opens(context, site, 'HELP-1');
  await agent.clicks('Show history (5+)');
  await expect(agent.panel().getByRole('button', { name: 'Show timeline' })).toHaveCount(5);
  await agent.clicks('Show older');
  await expect(agent.panel().getByRole('button', { name: 'Show timeline' })).toHaveCount(7);
  await expect(agent.panel().getByRole('button', { name: 'Show older' })).toBeHidden();
  await agent.panel().getByRole('button', { name: 'Show timeline' }).last().click();
  await expect(agent.panel().getByText(/Replaced by a newer link/)).toBeVisible();
});
