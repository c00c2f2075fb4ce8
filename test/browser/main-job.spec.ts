import { expect, test } from './fixtures';
import { adaPasses, connects, employeeOpens } from './panel-stage';
import { Agent, Employee } from './people';

/** Run on what a deployment would upload as well. */
const onForgeBundle = { tag: '@forge-bundle' };

const ID = /^[0-9a-f]{24}$/;

/** The panel's clock is a little behind the site's, and most of what it shows changes only twice a minute. */
const BEHIND_MS = 5_000;

test(
  'an SMS, a pass: the panel shows it by itself, the ticket has its comment and its status',
  onForgeBundle,
  async ({ context, site }) => {
    const agent = await Agent.opens(context, site, 'HELP-1');
    await agent.sendsBySms('ada.lovelace@example.com', '+1 415 555 0123');
    await agent.sees('Link sent');
    await expect(agent.panel().getByText('+1 ••• 0123')).toBeVisible();
    await expect(agent.page.getByText(/^(10:00|9:\d\d)$/)).toBeVisible();

    const employee = await Employee.takesPhone(context, site);
    await employee.opensLink();
    await agent.sees('Link opened');
    await employee.taps('Pass');
    await agent.sees('✅ Verification passed');

    await agent.seesStatus('In Progress');
    await agent.readsInDetails('Comment added to the request.', 'Status changed to In Progress.');
    const comments = agent.comments('HELP-1');
    expect(comments).toHaveLength(1);
    expect(comments[0]).toMatchObject({ internal: true });
    expect(comments[0]?.text).toMatch(/Identity ID: .*[0-9a-f]{24}.*Session ID: .*[0-9a-f]{24}/);
  },
);

test('an e-mail to the corporate address, a failure: the request is escalated', async ({ context, site }) => {
  const agent = await Agent.opens(context, site, 'HELP-2');
  await agent.sendsByEmail('grace.hopper@example.com');
  await agent.sees('Link sent');
  await expect(agent.panel().getByText('g•••@example.com')).toBeVisible();

  const employee = await Employee.takesPhone(context, site);
  await employee.opensLink();
  await employee.taps('Fail');
  await agent.sees('❌ Verification failed');
  await agent.seesStatus('Escalated');
  expect(agent.comments('HELP-2')).toHaveLength(1);
});

test('an e-mail to another address reaches that address', async ({ context, site }) => {
  const agent = await Agent.opens(context, site, 'HELP-2');
  await agent.sendsByEmail('ada.lovelace@example.com', 'ada@home.example.com');
  await agent.sees('Link sent');
  const { messages } = site.incode.state();
  expect(messages.map(({ to, channel }) => ({ to, channel }))).toEqual([
    { to: 'ada@home.example.com', channel: 'email' },
  ]);
});

test(
  'a review, then a pass in Incode’s dashboard: both are told, and the request moves on',
  onForgeBundle,
  async ({ context, site }) => {
    const agent = await Agent.opens(context, site, 'HELP-3');
    await agent.sendsBySms('employee1@example.com', '+14155550101');
    const employee = await Employee.takesPhone(context, site);
    await agent.sees('Link sent');
    await employee.opensLink();
    await employee.taps('Needs review');
    await agent.sees('⚠️ Manual review required');
    await agent.seesStatus('Pending');

    await employee.page.goto(`${site.url}/incode/dashboard`);
    await employee.page.getByRole('button', { name: 'Mark as passed' }).click();
    await agent.sees('✅ Verification passed');
    await agent.seesStatus('In Progress');
    expect(agent.comments('HELP-3')).toHaveLength(2);
  },
);

test('a link that nobody opens ends in the panel at its second', async ({ context, site }) => {
  const agent = await Agent.opens(context, site, 'HELP-1');
  await agent.sendsBySms('ada.lovelace@example.com', '+1 415 555 0123');
  await agent.sees('Link sent');
  await site.clock.advance(10 * 60_000);
  await agent.sees('Link expired');
  await agent.page.getByRole('button', { name: 'Send a new link' }).click();
  await expect(agent.field('Corporate email')).toHaveValue('ada.lovelace@example.com');
});

test('two agents on one request see the same, at once', async ({ context, site }) => {
  const one = await Agent.opens(context, site, 'HELP-1');
  const other = await Agent.opens(context, site, 'HELP-1', 'agent2');
  await expect(other.field('Corporate email')).toBeVisible();
  await one.sendsBySms('ada.lovelace@example.com', '+1 415 555 0123');
  await other.sees('Link sent');
});

test('a new link replaces the older one, and the older one no longer verifies', async ({ context, site }) => {
  const agent = await Agent.opens(context, site, 'HELP-1');
  await agent.sendsBySms('ada.lovelace@example.com', '+1 415 555 0123');
  await agent.sees('Link sent');
  const employee = await Employee.takesPhone(context, site);
  await employee.opensLink();
  await agent.sees('Link opened');

  await agent.page.getByRole('button', { name: 'Send a new link' }).click();
  await agent.field('Phone number').fill('+1 415 555 0123');
  await agent.clicksSend();
  await agent.sees('Link sent');
  await employee.taps('Pass');
  await expect(employee.page.getByRole('button', { name: 'Pass', exact: true })).toBeHidden();
  await expect
    .poll(() => site.incode.state().deliveries.every(({ state }) => state === 'delivered'))
    .toBe(true);
  await agent.page.reload();
  await agent.sees('Link sent');
  expect(agent.comments('HELP-1')).toEqual([]);
});

test('the guide’s words and the ids stand where an agent can read them', async ({ context, site }) => {
  const agent = await adaPasses({ context, site });
  await agent.sees('✅ Verification passed');
  // The demo's results are tests: they give no access.
  await agent.sees('Demo: ✅ Verification passed');
  await expect(agent.panel().getByText('Test result. Don’t use it to give access.')).toBeVisible();
  await expect(agent.page.getByText('you may proceed')).toHaveCount(0);
  await expect(agent.panel().getByText('counts until')).toHaveCount(0);
  await agent.clicks('Details');
  for (const label of ['Identity ID', 'Session ID']) await expect(agent.field(label)).toHaveValue(ID);
});

test('a pass tells until when it counts, and after ten minutes asks whether it is still the same call', async ({
  context,
  site,
}) => {
  await connects(site, 'production');
  const agent = await adaPasses({ context, site });
  await agent.sees('✅ Verification passed');
  await expect(agent.panel().getByText('Demo: ')).toHaveCount(0);
  await expect(agent.panel().getByText('you may proceed')).toBeVisible();
  await expect(agent.panel().getByText('ada.lovelace@example.com (Ada Lovelace)')).toBeVisible();
  await expect(agent.panel().getByText('reporter', { exact: true })).toBeVisible();
  await expect(agent.panel().getByText('Passed just now')).toBeVisible();
  await expect(agent.panel().getByText(/^counts until \d+:\d\d [AP]M$/)).toBeVisible();
  await expect(agent.panel().getByText('what you just did for the check')).toBeVisible();

  await site.clock.advance(10 * 60_000 + BEHIND_MS);
  await expect(agent.panel().getByText('Passed 10 minutes ago')).toBeVisible();
  await expect(agent.panel().getByText('have we been on this call')).toBeVisible();
  await expect(agent.panel().getByText('what you just did for the check')).toBeHidden();
});

test('who is not the reporter is marked wherever the address stands, and so is a check that takes long', async ({
  context,
  site,
}) => {
  const agent = await Agent.opens(context, site, 'HELP-1');
  await agent.sendsBySms('grace.hopper@example.com', '+1 415 555 0123');
  await agent.sees('Link sent');
  for (const part of [agent.panel(), agent.sideBar()]) {
    await expect(part.getByText('Not the reporter', { exact: true })).toBeVisible();
  }
  await agent.clicks('Show history');
  await expect(agent.panel().getByText('Not the reporter', { exact: true })).toHaveCount(2);
  await employeeOpens(site);
  await agent.sees('Link opened');
  await site.clock.advance(2 * 60_000 + BEHIND_MS);
  await expect(agent.panel().getByText('taking longer than usual')).toBeVisible();
  await expect(agent.panel().getByText('“What do you see on your screen now?”')).toBeVisible();
});
