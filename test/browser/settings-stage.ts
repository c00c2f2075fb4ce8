import { expect } from './fixtures';
import type { Site } from 'local-site/site';
import type { BrowserContext, Page } from '@playwright/test';

/** The settings page, as an administrator opens it. */
export async function opens(context: BrowserContext, site: Site): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${site.url}/jira/settings/apps/settings?as=admin`);
  await expect(page.getByLabel('Integration Reference')).toBeVisible();
  return page;
}

/** Saves the configuration, which works. */
export async function saves(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save configuration' }).click();
  await expect(page.getByRole('heading', { name: 'Saved', exact: true })).toBeVisible();
}
