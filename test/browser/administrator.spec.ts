import { expect, test } from './fixtures';
import { Hand } from './hand';
import { openPage } from './kept-contexts';
import { connects, employeeDoesCheck } from './panel-stage';
import { Agent, choose } from './people';
import { NEWS_PAUSE_MS, goesTo, opens, pressesSave, testLinkAddress } from './settings-stage';
import type { Site } from 'local-site/site';
import type { BrowserContext, Page } from '@playwright/test';

const events = ['SESSION_STARTED', 'SESSION_SUCCEEDED', 'SESSION_FAILED', 'SESSION_PENDING_REVIEW'];

async function opensDashboard(context: BrowserContext, site: Site): Promise<Page> {
  const dashboard = await openPage(context);
  await dashboard.goto(`${site.url}/incode/dashboard`);
  return dashboard;
}

/** Copies the credentials from Incode's dashboard, in the order in which the settings page asks for them. */
async function copiesCredentials(hand: Hand, dashboard: Page): Promise<string[]> {
  const demo = dashboard.getByRole('region', { name: 'Demo', exact: true });
  const apiKey = await hand.copies(demo.getByLabel('API key'));
  const clientId = await hand.copies(demo.getByLabel('Client ID'));
  await hand.clicksOn(demo.getByRole('button', { name: 'Generate' }));
  const clientSecret = await hand.copies(demo.getByLabel('Client secret'));
  return [apiKey, clientId, clientSecret, await hand.copies(demo.getByLabel('Integration reference'))];
}

/** Registers the webhook in Incode's dashboard with the values that the settings page shows. */
async function registersWebhook([here, there]: [Hand, Hand], settings: Page, dashboard: Page): Promise<void> {
  const values = [];
  for (const label of ['Webhook URL', 'Header name', 'Header value']) {
    values.push(await here.copies(settings.getByLabel(label)));
  }
  await there.pastes(dashboard.getByLabel('URL', { exact: true }), values);
  for (const event of events) {
    const box = dashboard.getByLabel(event);
    if (!(await box.isChecked())) await there.clicksOn(box);
  }
  await there.clicksOn(dashboard.getByRole('button', { name: 'Save webhook' }));
}

test('from nothing to the first passed link, in few clicks and hardly any scrolling', async ({
  context,
  emptySite: site,
}) => {
  const [there, here] = [new Hand(), new Hand()];
  const dashboard = await opensDashboard(context, site);
  const settings = await opens(context, site);
  await expect(settings.getByRole('heading', { name: 'Setup: 0 of 5 done' })).toBeVisible();

  const credentials = await copiesCredentials(there, dashboard);
  await here.pastes(settings.getByLabel('API Key'), credentials);
  await here.clicksOn(settings.getByRole('button', { name: 'Test credentials' }));
  await expect(settings.getByText('✓ Connected')).toBeVisible();
  await here.clicksOn(settings.getByRole('button', { name: 'Save configuration' }));
  await expect(settings.getByText('✓ Saved.')).toBeVisible();
  await here.clicksOn(settings.getByRole('button', { name: 'Create webhook secret' }));
  await expect(settings.getByLabel('Header value')).toBeFocused();
  await registersWebhook([here, there], settings, dashboard);
  await here.pastes(await testLinkAddress(settings), ['employee2@example.com']);
  await here.clicksOn(settings.getByRole('button', { name: 'Send a test link to myself' }));
  await expect(settings.getByText('Waiting for you to open the link…')).toBeVisible();
  await employeeDoesCheck(site, 'pass');
  await site.clock.advance(NEWS_PAUSE_MS);
  await expect(settings.getByText('✓ First webhook received')).toBeVisible();

  // To open the link, and to pass.
  const ON_THE_PHONE = 2;
  expect(there.clicks + here.clicks + ON_THE_PHONE).toBeLessThanOrEqual(25);
  expect(here.scrolled).toBeLessThanOrEqual(settings.viewportSize()?.height ?? 0);

  await settings.getByRole('button', { name: 'Mark as done' }).click();
  await expect(settings.getByRole('heading', { name: 'Setup is complete' })).toBeVisible();
});

test('a wrong secret is told, and statuses are mapped', async ({ context, emptySite: site }) => {
  const hand = new Hand();
  const dashboard = await opensDashboard(context, site);
  const settings = await opens(context, site);
  const credentials = await copiesCredentials(hand, dashboard);
  await hand.pastes(settings.getByLabel('API Key'), credentials);
  await settings.getByLabel('Client Secret').fill('not the secret');
  await settings.getByRole('button', { name: 'Test credentials' }).click();
  await expect(settings.getByRole('heading', { name: 'Not connected' })).toBeVisible();
  await settings.getByLabel('Client Secret').fill(credentials[2] ?? '');
  await settings.getByRole('button', { name: 'Test credentials' }).click();
  await expect(settings.getByText('✓ Connected')).toBeVisible();
  await goesTo(settings, 'Verification');
  await choose(settings, 'Verification passes', 'In Progress');
  await choose(settings, 'Verification fails', 'Escalated');
  await settings.getByLabel('Demo results move tickets too').check();
  await pressesSave(settings);
  await settings.getByRole('button', { name: 'Save anyway' }).click();
  await expect(settings.getByText('✓ Saved.').filter({ visible: true })).toBeVisible();

  await settings.reload();
  await goesTo(settings, 'Verification');
  for (const status of ['In Progress', 'Escalated']) {
    await expect(settings.getByText(status, { exact: true })).toBeVisible();
  }
  await expect(settings.getByLabel('Demo results move tickets too')).toBeChecked();
});

test('an agent who found the setup missing verifies once the webhook is registered', async ({
  context,
  emptySite: site,
}) => {
  await connects(site, 'demo');
  const agent = await Agent.opens(context, site, 'HELP-1');
  await agent.sees('Setup required');

  const settings = await opens(context, site);
  await settings.getByRole('button', { name: 'Create webhook secret' }).click();
  const hand = new Hand();
  await registersWebhook([hand, hand], settings, await opensDashboard(context, site));
  await expect
    .poll(() => site.incode.state().webhooks.map(({ event }) => event))
    .toEqual(expect.arrayContaining(events));
  await agent.page.reload();
  await agent.sendsBySms('ada.lovelace@example.com', '+1 415 555 0123');
  await agent.sees('Link sent');
  await employeeDoesCheck(site, 'pass');
  await agent.sees('✅ Verification passed');
  await agent.readsInDetails('Comment added to the request.');
});
