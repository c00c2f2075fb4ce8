import { expect } from './fixtures';
import { choose } from './people';
import { goesTo } from './settings-stage';
import type { Agent } from './people';
import type { Site } from 'local-site/site';
import type { BrowserContext, Page } from '@playwright/test';

/** An administrator makes a rule for password resets. */
export async function makesRule(page: Page): Promise<void> {
  await goesTo(page, 'Requirements');
  await page.getByRole('button', { name: 'Add rule' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Password resets');
  await choose(page, 'Service project*', 'IT Help Desk (HELP)');
  await choose(page, 'Request types*', 'Password reset');
  await page.keyboard.press('Escape');
  await page.getByLabel('A pass counts for (minutes)').fill('30');
}

/** An administrator puts the validator for rules on the transition that resolves requests. */
export async function guardsResolving(context: BrowserContext, site: Site): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${site.url}/jira/settings/issues/workflows?as=admin`);
  const helpDesk = page.getByRole('region', { name: 'IT Help Desk' });
  const name = 'Identity verified where a rule asks for it (Incode): Resolve this request';
  const validator = helpDesk.getByRole('checkbox', { name });
  await validator.click();
  await expect(validator).toBeChecked();
}

/** An agent tries to resolve the request. */
export async function resolves({ page }: Agent, from: string): Promise<void> {
  await page.getByRole('button', { name: from }).click();
  await page.getByRole('menuitem', { name: /^Resolve this request/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Resolve this request' }).click();
}
