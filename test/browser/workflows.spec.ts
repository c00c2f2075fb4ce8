import { complaints } from './complaints';
import { expect, test } from './fixtures';
import { openPage } from './kept-contexts';
import type { Site } from 'local-site/site';

/** Has the fixture's caretaker refuse whatever is asked. */
async function caretakerRefuses({ url }: Site): Promise<void> {
  const payload = { method: 'set', args: ['caretaker:mood', 'strict'] };
  const body = JSON.stringify({ module: 'workshop', as: 'admin', functionKey: 'kvs', payload });
  await fetch(`${url}/site/invoke`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
}

test.describe('a transition that is refused', () => {
  test.use({ expectedErrors: [/400 \(Bad Request\)/] });

  test('a validator that an administrator puts on a transition stops an agent, in its own words', async ({
    context,
    noticeboardSite: site,
  }) => {
    await caretakerRefuses(site);
    const page = await openPage(context);
    await page.goto(`${site.url}/jira/settings/issues/workflows?as=admin`);
    const helpDesk = page.getByRole('region', { name: 'IT Help Desk' });
    const escalating = helpDesk.getByRole('group', { name: 'Escalate' });
    const validator = escalating.getByRole('checkbox', { name: 'Caretaker agrees' });
    await validator.click();
    await expect(validator).toBeChecked();
    expect(await complaints(page)).toEqual([]);
    await page.reload();
    await expect(validator).toBeChecked();

    await page.goto(`${site.url}/browse/HELP-1?as=agent`);
    await page.getByRole('button', { name: 'Waiting for support' }).click();
    await page.getByRole('menuitem', { name: /^Escalate/ }).click();
    await expect(page.getByText('Ask the caretaker first')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Waiting for support' })).toBeVisible();
  });
});

test('nobody else sees the workflows', async ({ context, site }) => {
  const page = await openPage(context);
  await page.goto(`${site.url}/jira/settings/issues/workflows?as=agent`);
  await page.getByText('Only Jira administrators can see this page.').waitFor();
});
