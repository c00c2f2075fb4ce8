import { expect, test } from './fixtures';
import { openPage } from './kept-contexts';
import { Agent } from './people';
import { goesTo, opens, pressesSave, saves } from './settings-stage';

test('saved secrets never come back, and saving again without typing them keeps them', async ({
  context,
  site,
}) => {
  const settings = await opens(context, site);
  await expect(settings.getByLabel('API Key')).toBeHidden();
  await settings.getByRole('button', { name: 'Replace', exact: true }).click();
  await expect(settings.getByLabel('API Key')).toHaveValue('');
  await expect(settings.getByLabel('Client Secret')).toHaveValue('');
  await settings.getByRole('button', { name: 'Keep them' }).click();
  await goesTo(settings, 'Verification');
  await settings.getByLabel('Link expiry (minutes)').fill('15');
  await saves(settings);
  await goesTo(settings, 'Connection');
  await settings.getByRole('button', { name: 'Test credentials' }).click();
  await expect(settings.getByText('✓ Connected')).toBeVisible();
  const agent = await Agent.opens(context, site, 'HELP-1');
  await agent.sendsBySms('ada.lovelace@example.com', '+1 415 555 0123');
  await expect(agent.page.getByText(/^(15:00|14:\d\d)$/)).toBeVisible();
});

test('what is wrong is said beside the fields, all at once and without asking the server', async ({
  context,
  emptySite: site,
}) => {
  const settings = await opens(context, site);
  const from = site.journal.calls.length;
  await settings.getByLabel('Client ID').fill('mine');
  await settings.getByRole('button', { name: 'Test credentials' }).click();
  await expect(settings.getByText('Enter API Key.')).toBeVisible();
  await expect(settings.getByText('Not saved')).toBeHidden();
  await pressesSave(settings);
  for (const missing of ['API Key', 'Client Secret', 'Integration Reference']) {
    await expect(settings.getByText(`Enter ${missing}.`)).toBeVisible();
    await expect(settings.getByText(`${missing} (in Connection)`)).toBeVisible();
  }
  expect(site.journal.calls.slice(from)).toEqual([]);
  await settings.getByLabel('API Key').fill('key');
  await expect(settings.getByText('Enter API Key.')).toBeHidden();
  await settings.getByLabel('Client Secret').fill('secret');
  await settings.getByLabel('Integration Reference').fill('reference');
  await expect(settings.getByRole('heading', { name: 'Not saved' })).toBeHidden();
});

test('a save that somebody else overtook is refused', async ({ context, site }) => {
  const open = async () => {
    const page = await opens(context, site);
    await goesTo(page, 'Verification');
    await expect(page.getByLabel('Link expiry (minutes)')).toHaveValue('10');
    return page;
  };
  const [mine, theirs] = [await open(), await open()];
  await theirs.getByLabel('Link expiry (minutes)').fill('20');
  await saves(theirs);
  await mine.getByLabel('Link expiry (minutes)').fill('30');
  await pressesSave(mine);
  const refusal = mine.getByText('Someone else saved these settings first').filter({ visible: true });
  await expect(refusal).toBeVisible();
});

test('the page opens behind Configure as well', async ({ context, site }) => {
  const page = await openPage(context);
  await page.goto(`${site.url}/jira/settings/apps?as=admin`);
  await page
    .getByRole('link', { name: /Configure/ })
    .or(page.getByRole('button', { name: /Configure/ }))
    .click();
  await page.getByLabel('Integration Reference').waitFor();
});
