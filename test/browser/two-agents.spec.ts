import { expect, test } from './fixtures';
import { ada, adasPhone, opens, sends } from './panel-stage';
import { Agent, Incode } from './people';
import type { Site } from 'local-site/site';
import type { BrowserContext } from '@playwright/test';

/** Two agents with the form of one request open. */
async function twoAgents(context: BrowserContext, site: Site): Promise<[Agent, Agent]> {
  const one = await opens({ context, site });
  const other = await opens({ context, site }, 'agent2');
  await expect(other.field('Corporate email')).toBeVisible();
  return [one, other];
}

test('while one agent sends, the other sees who, and cannot send', async ({ context, site }) => {
  const [one, other] = await twoAgents(context, site);
  await other.field('Phone number').fill('+1 415 555 0199');
  site.faults.add({ target: 'egress', match: 'request-new', delay: 10_000, times: 1 });
  await one.sendsBySms(ada, adasPhone);
  await other.sees('A link is being sent');
  await expect(other.panel().getByText('Avery Agent')).toBeVisible();
  await expect(other.panel().getByText('is sending it.')).toBeVisible();
  await expect(other.button('Send verification link')).toBeDisabled();
  await other.field('Phone number').press('Enter');
  await one.panel().getByText('Loading').waitFor({ state: 'attached' });
  await expect(one.page.getByRole('heading', { name: 'A link is being sent' })).toBeHidden();

  await site.clock.advance(10_000);
  await one.sees('Link sent');
  await other.sees('Link sent');
  await expect(other.button('Send verification link')).toBeEnabled();
  expect(site.incode.state().sessions).toHaveLength(1);
});

test('a form that somebody is filling in stays when another agent sends, and says so', async ({
  context,
  site,
}) => {
  const [one, other] = await twoAgents(context, site);
  await other.field('Phone number').fill('+1 415');
  await one.sendsBySms(ada, adasPhone);
  await other.sees('Link sent');
  await expect(other.panel().getByText('sent this link while you were filling in the form')).toBeVisible();
  await expect(other.panel().getByText('Avery Agent')).toBeVisible();
  await expect(other.field('Phone number')).toHaveValue('+1 415');
  await expect(other.flag('Demo: Link sent')).toBeVisible();

  await other.clicks('Cancel');
  await expect(other.button('Send a new link')).toBeFocused();
  await expect(other.panel().getByText('while you were filling in')).toBeHidden();
});

test('a form in which nothing was entered closes when another agent sends', async ({ context, site }) => {
  const [one, other] = await twoAgents(context, site);
  await one.sendsBySms(ada, adasPhone);
  await other.sees('Link sent');
  await expect(other.field('Phone number')).toBeHidden();
});

test('what was sent nonetheless replaces the other agent’s link, and closes the form', async ({
  context,
  site,
}) => {
  const [one, other] = await twoAgents(context, site);
  await other.field('Phone number').fill('+1 415 555 0199');
  await one.sendsBySms(ada, adasPhone);
  await other.sees('Link sent');
  await other.clicksSend();
  await expect(other.field('Phone number')).toBeHidden();
  for (const agent of [one, other]) await expect(agent.panel().getByText('+1 ••• 0199')).toBeVisible();
});

test('a result that comes while somebody types says that what is typed is kept', async ({
  context,
  site,
}) => {
  const agent = await sends({ context, site });
  await agent.clicks('Send a new link');
  await agent.field('Phone number').fill('+1 415');
  await new Incode(site).tells('SESSION_SUCCEEDED');
  await agent.sees('✅ Verification passed');
  await expect(
    agent.panel().getByText('This result arrived while you were filling in the form.'),
  ).toBeVisible();
  await expect(agent.field('Phone number')).toHaveValue('+1 415');
});

test('the request from which another link is out opens in a window of its own, and the form stays', async ({
  context,
  site,
}) => {
  const one = await Agent.opens(context, site, 'HELP-1');
  await one.sendsBySms(ada, adasPhone);
  await one.sees('Link sent');
  const other = await Agent.opens(context, site, 'HELP-2');
  await other.sendsBySms(ada, adasPhone);
  const opened = context.waitForEvent('page');
  await other.panel().getByRole('link', { name: 'Open HELP-1' }).click();
  const there = new Agent(await opened, site);
  await there.sees('Link sent');
  expect(new URL(there.page.url()).pathname).toBe('/browse/HELP-1');
  await expect(other.field('Phone number')).toHaveValue(adasPhone);
});
