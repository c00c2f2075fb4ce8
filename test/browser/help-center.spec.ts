import { complaints } from './complaints';
import { expect, test } from './fixtures';
import { openPage } from './kept-contexts';
import type { Page } from '@playwright/test';

const REQUEST = '/servicedesk/customer/portal/1/HELP-1';

async function opens(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

test('customers see their requests and answer, and what is said comes by itself', async ({
  context,
  site,
}) => {
  const [ada, grace] = [await openPage(context), await openPage(context)];
  await opens(grace, `${site.url}${REQUEST}?as=customer2`);
  await opens(ada, `${site.url}/servicedesk/customer/user/requests?as=customer`);
  await ada.getByRole('link', { name: 'Locked out of my laptop after a password change' }).click();
  await ada.getByLabel('Comment on this request').fill('It is urgent');
  await ada.getByRole('button', { name: 'Add comment' }).click();
  await expect(grace.getByRole('article', { name: 'Comment by Ada Lovelace' })).toHaveText(/It is urgent/);
  await expect(ada.getByLabel('Comment on this request')).toHaveValue('');
});

for (const { colorScheme, width } of [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 360 },
] as const) {
  test.describe(`in ${colorScheme} mode at ${width} px`, () => {
    // Who may not see a request is answered with a 404.
    test.use({ colorScheme, viewport: { width, height: 800 }, expectedErrors: [/status of 404/] });

    test('axe finds nothing in the help center, nor does a request that cannot be seen show', async ({
      context,
      site,
    }) => {
      const page = await openPage(context);
      for (const [address, heading] of [
        [`${REQUEST}?as=customer`, 'Locked out of my laptop after a password change'],
        ['/servicedesk/customer/user/requests?as=customer', 'Requests'],
        [`${REQUEST}?as=outsider`, "We can't find this request"],
        [REQUEST, 'Log in to the help center'],
      ] as const) {
        await opens(page, site.url + address);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
        expect(await complaints(page), address).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      }
    });
  });
}

test.describe('an app’s panel beside a request', () => {
  // The browser says so where a frame asks Jira for an issue that a customer may not browse.
  test.use({ expectedErrors: [/status of 404/] });

  test('has the bridge as elsewhere, but no realtime', async ({ context, noticeboardSite: site }) => {
    const page = await openPage(context);
    await opens(page, `${site.url}${REQUEST}?as=customer`);
    const panel = page.getByRole('region', { name: 'Notices for you' });
    await panel.getByText('portalRequestDetailPanel HELP-1').waitFor();
    await expect(panel.getByText('Realtime is not available in portals.').first()).toBeVisible();
    await expect(panel.getByText('issue 404')).toBeVisible();
    site.forge.switches.realtimeInPortals = true;
    await page.reload();
    await panel.getByText('listening').waitFor();
    await panel.getByRole('button', { name: 'Shout' }).click();
    await expect(panel.getByText('ding')).toBeVisible();
  });
});
