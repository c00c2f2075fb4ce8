import { resolve } from 'node:path';
import { startSite } from '../site/site';
import { expect, test } from './fixtures';

const noticeboard = resolve(__dirname, '../integration/fixtures/noticeboard-app');

test('the local site shows an app in the language of its menu, on every page that one goes to', async ({
  context,
}) => {
  const site = await startSite({ app: noticeboard });
  const page = await context.newPage();
  await page.goto(`${site.url}/browse/HELP-1?as=agent`);
  await expect(page.getByRole('region', { name: 'Notices' }).getByText('Notices on HELP-1')).toBeVisible();

  await page.getByRole('button', { name: 'Language: American English' }).click();
  await page.getByRole('menuitem', { name: 'Deutsch' }).click();
  const german = page.getByRole('region', { name: 'Aushänge' });
  await expect(german.getByText('Aushänge an HELP-1')).toBeVisible();
  await expect(german).toHaveAttribute('lang', 'de-DE');

  await page.getByRole('button', { name: 'Viewing as' }).click();
  await page.getByRole('menuitem', { name: 'Morgan Member' }).click();
  await expect(page).toHaveURL(/as=member/);
  await expect(german.getByText('Aushänge an HELP-1')).toBeVisible();
  await site.close();
});
