import { expect, test } from './fixtures';
import { choose } from './people';
import { opens, saves } from './settings-stage';

test('a test is of what is in the fields when the button is pressed, however quick the hand', async ({
  context,
  site,
}) => {
  const page = await opens(context, site);
  const button = await page.getByRole('button', { name: 'Test credentials' }).elementHandle();
  await page.getByLabel('Client Secret').evaluate((field: HTMLInputElement, pressed) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, 'not the secret');
    field.dispatchEvent(new Event('input', { bubbles: true }));
    pressed.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  }, button);
  await expect(page.getByRole('heading', { name: 'Not connected' })).toBeVisible();
});

test('replacing credentials asks for all of them, and keeping them forgets what was typed', async ({
  context,
  site,
}) => {
  const page = await opens(context, site);
  await page.getByRole('button', { name: 'Replace', exact: true }).click();
  await page.getByLabel('Client ID').fill('another');
  await page.getByRole('button', { name: 'Test credentials' }).click();
  await expect(page.getByText('Enter what is missing first: API Key, Client Secret.')).toBeVisible();
  await page.getByRole('button', { name: 'Save configuration' }).click();
  await expect(page.getByText('This is needed.')).toHaveCount(2);
  await page.getByRole('button', { name: 'Keep them' }).click();
  await expect(page.getByLabel('Client ID')).toHaveValue('');
  await saves(page);
  await page.getByRole('button', { name: 'Test credentials' }).click();
  await expect(page.getByText('✓ Connected')).toBeVisible();
});

test('credentials that were saved for the other environment are warned of', async ({ context, site }) => {
  const page = await opens(context, site);
  await choose(page, 'Environment', 'Production');
  await expect(page.getByText('They were saved for Demo.')).toBeVisible();
  await page.getByRole('button', { name: 'Replace', exact: true }).click();
  await expect(page.getByText('They were saved for Demo.')).toBeHidden();
});

test('a test link goes to the administrator’s own address unless another is typed', async ({
  context,
  site,
}) => {
  const page = await opens(context, site);
  await page.getByRole('button', { name: 'Send a test link to myself' }).click();
  await expect(page.getByText('knows nobody with this address')).toBeVisible();
  const asked = site.journal.calls.filter(({ path }) => path.includes('/myself'));
  expect(asked.map(({ status }) => status)).toEqual([200]);
});

test('every field that is wrong is named, in whichever tab it is', async ({ context, site }) => {
  const page = await opens(context, site);
  await page.getByLabel('Link expiry (minutes)').fill('61');
  await page.getByRole('tab', { name: 'Safety' }).click();
  await page.getByLabel('Links per request and day').fill('0');
  await page.getByRole('button', { name: 'Save configuration' }).click();
  await expect(page.getByText('Enter a whole number from 1 to 100.')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Link expiry (minutes)' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Links per request and day' })).toBeVisible();
});

test('service projects are listed when asked for, the first of many at first', async ({ context, site }) => {
  site.jira.setSwitches({ projectsPerPage: 1 });
  const page = await opens(context, site);
  await page.getByRole('button', { name: 'Other statuses for one project' }).click();
  await expect(page.getByText('1 of 2 service projects are listed.')).toBeVisible();
  await page.getByRole('button', { name: 'List more projects' }).click();
  await expect(page.getByText('1 of 2 service projects are listed.')).toBeHidden();
  await choose(page, 'Other statuses for one project', 'IT Help Desk (HELP)');
  await saves(page);
  await page.getByRole('tab', { name: 'Changes' }).click();
  await expect(page.getByText('Saved the configuration: Own statuses of IT Help Desk')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Statuses in IT Help Desk' })).toBeVisible();
  await page.getByRole('tab', { name: 'Safety' }).click();
  const safety = page.getByRole('tabpanel', { name: 'Safety' });
  await expect(safety.getByText('1 of 2 service projects are listed.')).toBeVisible();
});

test('comments can be replies to the customer, which the page warns of', async ({ context, site }) => {
  const page = await opens(context, site);
  await choose(page, 'Comments are', 'Replies to the customer');
  await expect(page.getByText('Whoever raised the request reads the result')).toBeVisible();
  await expect(page.getByText('Preview, as a reply to the customer').first()).toBeVisible();
});

test('settings that could not be shown are asked for again', async ({ context, site }) => {
  site.faults.add({ target: 'jira', match: '/rest/api/3/status', status: 503, times: 1 });
  const page = await context.newPage();
  await page.goto(`${site.url}/jira/settings/apps/settings?as=admin`);
  await expect(page.getByText('Jira can’t be reached')).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByLabel('Integration Reference')).toBeVisible();
});
