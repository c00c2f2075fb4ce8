import { expect, test } from './fixtures';
import { Agent, choose, Employee } from './people';

const events = ['SESSION_STARTED', 'SESSION_SUCCEEDED', 'SESSION_FAILED', 'SESSION_PENDING_REVIEW'];

test('from nothing: credentials, webhook, statuses, and the first verification', async ({
  context,
  emptySite: site,
}) => {
  const agent = await Agent.opens(context, site, 'HELP-1');
  await agent.sees('Setup required');

  const dashboard = await context.newPage();
  await dashboard.goto(`${site.url}/incode/dashboard`);
  const demo = dashboard.getByRole('region', { name: 'Demo', exact: true });
  const credentials = {
    'API Key': await demo.getByLabel('API key').inputValue(),
    'Client ID': await demo.getByLabel('Client ID').inputValue(),
    'Integration Reference': await demo.getByLabel('Integration reference').inputValue(),
  };
  await demo.getByRole('button', { name: 'Generate' }).click();
  const clientSecret = await demo.getByLabel('Client secret').inputValue();

  const settings = await context.newPage();
  await settings.goto(`${site.url}/jira/settings/apps/settings?as=admin`);
  for (const [label, text] of Object.entries(credentials)) await settings.getByLabel(label).fill(text);
  await settings.getByLabel('Client Secret').fill('not the secret');
  await settings.getByRole('button', { name: 'Test credentials' }).click();
  await expect(settings.getByRole('heading', { name: 'Not connected' })).toBeVisible();
  await settings.getByLabel('Client Secret').fill(clientSecret);
  await settings.getByRole('button', { name: 'Test credentials' }).click();
  await expect(settings.getByText('✓ Connected')).toBeVisible();

  await choose(settings, 'Verification passes', 'In Progress');
  await choose(settings, 'Verification fails', 'Escalated');
  await settings.getByLabel('Demo results move tickets too').check();
  await settings.getByRole('button', { name: 'Save configuration' }).click();
  await expect(settings.getByRole('heading', { name: 'Saved' })).toBeVisible();
  await agent.page.reload();
  await agent.sees('Setup required');

  await settings.getByRole('button', { name: 'Create webhook secret' }).click();
  await dashboard
    .getByLabel('URL', { exact: true })
    .fill(await settings.getByLabel('Webhook URL').inputValue());
  await dashboard.getByLabel('Header name').fill(await settings.getByLabel('Header name').inputValue());
  await dashboard.getByLabel('Header value').fill(await settings.getByLabel('Header value').inputValue());
  for (const event of events) await dashboard.getByLabel(event).check();
  await dashboard.getByRole('button', { name: 'Save webhook' }).click();
  await expect
    .poll(() =>
      site.incode
        .state()
        .webhooks.map(({ event }) => event)
        .sort(),
    )
    .toEqual([...events].sort());

  await agent.page.reload();
  await agent.sendsBySms('ada.lovelace@example.com', '+1 415 555 0123');
  await agent.sees('Link sent');
  const employee = await Employee.takesPhone(context, site);
  await employee.opensLink();
  await employee.taps('Pass');
  await agent.sees('✅ Verification passed');
  await agent.seesStatus('In Progress');
});

test('saved secrets never come back, and saving again without typing them keeps them', async ({
  context,
  site,
}) => {
  const settings = await context.newPage();
  await settings.goto(`${site.url}/jira/settings/apps/settings?as=admin`);
  await expect(settings.getByLabel('API Key')).toHaveValue('');
  await expect(settings.getByLabel('Client Secret')).toHaveValue('');
  await settings.getByLabel('Link expiry (minutes)').fill('15');
  await settings.getByRole('button', { name: 'Save configuration' }).click();
  await expect(settings.getByRole('heading', { name: 'Saved' })).toBeVisible();
  await settings.getByRole('button', { name: 'Test credentials' }).click();
  await expect(settings.getByText('✓ Connected')).toBeVisible();
  const agent = await Agent.opens(context, site, 'HELP-1');
  await agent.sendsBySms('ada.lovelace@example.com', '+1 415 555 0123');
  await expect(agent.page.getByText(/^(15:00|14:\d\d)$/)).toBeVisible();
});

test('what is wrong is said beside the field, and nothing is saved', async ({ context, site }) => {
  const settings = await context.newPage();
  await settings.goto(`${site.url}/jira/settings/apps/settings?as=admin`);
  await settings.getByLabel('Link expiry (minutes)').fill('4');
  await settings.getByLabel('Integration Reference').fill('');
  await settings.getByRole('button', { name: 'Save configuration' }).click();
  await expect(settings.getByText('Enter a whole number from 5 to 60.')).toBeVisible();
  await expect(settings.getByText('This is needed.')).toBeVisible();
  await settings.reload();
  await expect(settings.getByLabel('Link expiry (minutes)')).toHaveValue('10');
});

test('a save that somebody else overtook is refused', async ({ context, site }) => {
  const open = async () => {
    const page = await context.newPage();
    await page.goto(`${site.url}/jira/settings/apps/settings?as=admin`);
    await expect(page.getByLabel('Link expiry (minutes)')).toHaveValue('10');
    return page;
  };
  const [mine, theirs] = [await open(), await open()];
  await theirs.getByLabel('Link expiry (minutes)').fill('20');
  await theirs.getByRole('button', { name: 'Save configuration' }).click();
  await expect(theirs.getByRole('heading', { name: 'Saved' })).toBeVisible();
  await mine.getByLabel('Link expiry (minutes)').fill('30');
  await mine.getByRole('button', { name: 'Save configuration' }).click();
  await expect(mine.getByText('Somebody else saved these settings meanwhile')).toBeVisible();
});

test('the page opens behind Configure as well', async ({ context, site }) => {
  const page = await context.newPage();
  await page.goto(`${site.url}/jira/settings/apps?as=admin`);
  await page
    .getByRole('link', { name: /Configure/ })
    .or(page.getByRole('button', { name: /Configure/ }))
    .click();
  await expect(page.getByLabel('Integration Reference')).toBeVisible();
});
