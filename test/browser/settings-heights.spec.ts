import { cutOff, narrow, zoomed } from './cut-off';
import { expect, test } from './fixtures';
import { adaPasses } from './panel-stage';
import { goesTo, opens, replacesSecret, testLinkAddress } from './settings-stage';
import { stillPage } from './still-page';
import type { Page } from '@playwright/test';

/** How high the open tab is, in pixels, in a window 1280 wide. */
async function height(page: Page, tab = 'Connection'): Promise<number> {
  const panel = page.getByRole('tabpanel', { name: tab });
  await expect(panel).toBeVisible();
  await stillPage(page);
  return (await panel.boundingBox())?.height ?? Infinity;
}

/** The most that a tab may take as an administrator finds it; what is opened or goes wrong takes more. */
const most = {
  Connection: 1400,
  Verification: 1600,
  Requirements: 600,
  Safety: 1300,
  Health: 250,
  Changes: 300,
};

const wide = { width: 1280, height: 900 };

test('no tab of a set-up app is higher than it may be, nor cuts anything off at 200 % and at 360 px', async ({
  context,
  site,
}) => {
  const page = await opens(context, site);
  for (const [tab, limit] of Object.entries(most)) {
    await goesTo(page, tab);
    expect(await height(page, tab), tab).toBeLessThanOrEqual(limit);
    for (const size of [zoomed, narrow]) {
      await page.setViewportSize(size);
      expect(await cutOff(page), `${tab} at ${size.width} px`).toEqual([]);
    }
    await page.setViewportSize(wide);
  }
});

test('Connection stays within its height from the first look to the last step', async ({
  context,
  emptySite,
}) => {
  const page = await opens(context, emptySite);
  expect(await height(page), 'nothing set').toBeLessThanOrEqual(most.Connection);
  await page.getByRole('button', { name: 'Create webhook secret' }).click();
  await expect(page.getByText('Copy this value now.')).toBeVisible();
  expect(await height(page), 'with a new secret').toBeLessThanOrEqual(most.Connection);
});

test('Connection stays within its height while a test link is waited for, and is lower in the end', async ({
  context,
  site,
}) => {
  const page = await opens(context, site);
  await (await testLinkAddress(page)).fill('employee2@example.com');
  await page.getByRole('button', { name: 'Send a test link to myself' }).click();
  await expect(page.getByText('Waiting for you to open the link…')).toBeVisible();
  expect(await height(page), 'waiting').toBeLessThanOrEqual(most.Connection);
  await replacesSecret(page);
  await adaPasses({ context, site });
  await page.reload();
  await page.getByRole('button', { name: 'Mark as done' }).click();
  await expect(page.getByRole('heading', { name: 'Setup is complete' })).toBeVisible();
  expect(await height(page), 'complete').toBeLessThanOrEqual(1150);
});
