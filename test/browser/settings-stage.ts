import { expect } from './fixtures';
import { openPage } from './kept-contexts';
import type { Site } from 'local-site/site';
import type { BrowserContext, Locator, Page } from '@playwright/test';

/** After so long a page that waits for news of Incode asks for them again. */
export const NEWS_PAUSE_MS = 10_000;

/** The settings page, as an administrator opens it. */
export async function opens(context: BrowserContext, site: Site): Promise<Page> {
  const page = await openPage(context);
  await page.goto(`${site.url}/jira/settings/apps/settings?as=admin`);
  // Until it is there, `expect` would describe the whole page at every look.
  await page.getByLabel('Integration Reference').waitFor();
  return page;
}

/** The field for the address of a test link, once the app has entered the administrator's own. */
export async function testLinkAddress(page: Page): Promise<Locator> {
  const field = page.getByLabel('Your corporate email');
  await expect(field).toHaveValue('admin@example.com');
  return field;
}

/** Goes to another tab of the page. */
export async function goesTo(page: Page, tab: string): Promise<void> {
  const wanted = page.getByRole('tab', { name: tab });
  await wanted.click();
  await expect(wanted).toHaveAttribute('aria-selected', 'true');
}

/** Presses *Save configuration* in whichever tab it is. */
export async function pressesSave(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save configuration' }).click();
}

/** Saves the configuration, which works. */
export async function saves(page: Page): Promise<void> {
  await pressesSave(page);
  await expect(page.getByText('✓ Saved.').filter({ visible: true })).toBeVisible();
}

/** Has a new webhook secret made in place of the one there is, and says yes to it. */
export async function replacesSecret(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Replace webhook secret' }).click();
  await page.getByRole('button', { name: 'Replace secret', exact: true }).click();
  await expect(page.getByText('Copy this value now.')).toBeVisible();
}
