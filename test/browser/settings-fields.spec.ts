import { expect, test } from './fixtures';
import { openPage } from './kept-contexts';
import { choose, typesAndPresses } from './people';
import { goesTo, opens, pressesSave, saves, testLinkAddress } from './settings-stage';

test('a test is of what is in the fields when the button is pressed, however quick the hand', async ({
  context,
  site,
}) => {
  const page = await opens(context, site);
  await page.getByRole('button', { name: 'Replace', exact: true }).click();
  for (const label of ['API Key', 'Client ID']) await page.getByLabel(label).fill('mine');
  const button = page.getByRole('button', { name: 'Test credentials' });
  await typesAndPresses(page.getByLabel('Client Secret'), 'not the secret', button);
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
  for (const missing of ['API Key', 'Client Secret']) {
    await expect(page.getByText(`Enter ${missing}.`)).toBeVisible();
  }
  await page.getByRole('button', { name: 'Keep them' }).click();
  await page.getByRole('button', { name: 'Replace', exact: true }).click();
  await expect(page.getByLabel('Client ID')).toHaveValue('');
  await page.getByRole('button', { name: 'Keep them' }).click();
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

test('a test link goes to the administrator’s own address, as the field shows, unless another is typed', async ({
  context,
  site,
}) => {
  const page = await opens(context, site);
  const email = await testLinkAddress(page);
  await page.getByRole('button', { name: 'Send a test link to myself' }).click();
  await expect(page.getByText('know anyone with this address')).toBeVisible();
  await email.fill('');
  await page.getByRole('button', { name: 'Send a test link to myself' }).click();
  await expect(page.getByText('Enter Your corporate email.')).toBeVisible();
  await email.fill('employee2@example.com');
  await page.getByRole('button', { name: 'Send a test link to myself' }).click();
  await expect(page.getByRole('heading', { name: 'Test link sent' })).toBeVisible();
  expect(site.incode.state().messages.map(({ to }) => to)).toEqual(['employee2@example.com']);
});

test('an address that Jira does not tell is left to the administrator', async ({ context, site }) => {
  await context.route('**/site/bridge/product', (route) =>
    route.fulfill({ json: { displayName: 'Alex Admin' } }),
  );
  const told = context.waitForEvent('response', (response) =>
    response.url().endsWith('/site/bridge/product'),
  );
  const page = await opens(context, site);
  await told;
  const email = page.getByLabel('Your corporate email');
  await expect(email).toHaveValue('');
  await email.fill('employee2@example.com');
  await page.getByRole('button', { name: 'Send a test link to myself' }).click();
  await expect(page.getByRole('heading', { name: 'Test link sent' })).toBeVisible();
});

test('every field that is wrong is named, in whichever tab it is', async ({ context, site }) => {
  const page = await opens(context, site);
  await goesTo(page, 'Verification');
  await page.getByLabel('Link expiry (minutes)').fill('61');
  await goesTo(page, 'Safety');
  await page.getByLabel('Links per request in 24 hours').fill('0');
  await pressesSave(page);
  await expect(page.getByText('Enter a whole number from 1 to 100.')).toBeVisible();
  await expect(
    page.getByRole('listitem').filter({ hasText: 'Link expiry (minutes) (in Verification)' }),
  ).toBeVisible();
  await expect(
    page.getByRole('listitem').filter({ hasText: 'Links per request in 24 hours (in Safety)' }),
  ).toBeVisible();
});

test('service projects are listed when asked for, the first of many at first', async ({ context, site }) => {
  site.jira.setSwitches({ projectsPerPage: 1 });
  const page = await opens(context, site);
  await goesTo(page, 'Verification');
  await page.getByRole('button', { name: 'Other statuses for one project' }).click();
  await expect(page.getByText('1 of 2 are listed.')).toBeVisible();
  await page.getByRole('button', { name: 'List more projects' }).click();
  await expect(page.getByText('1 of 2 are listed.')).toBeHidden();
  await choose(page, 'Other statuses for one project', 'IT Help Desk (HELP)');
  await saves(page);
  await page.getByRole('tab', { name: 'Changes' }).click();
  await expect(page.getByText('Saved the configuration: Statuses for IT Help Desk')).toBeVisible();
  await page.reload();
  await goesTo(page, 'Verification');
  await expect(page.getByRole('heading', { name: 'Statuses in IT Help Desk' })).toBeVisible();
  await page.getByRole('tab', { name: 'Safety' }).click();
  const safety = page.getByRole('tabpanel', { name: 'Safety' });
  await expect(safety.getByText('1 of 2 are listed.').first()).toBeVisible();
});

test('comments can be replies to the customer, which the page warns of', async ({ context, site }) => {
  const page = await opens(context, site);
  await goesTo(page, 'Verification');
  await choose(page, 'Comment visibility', 'Replies to the customer');
  await expect(page.getByText('The reporter can read the result')).toBeVisible();
  await page.getByRole('button', { name: 'Show preview' }).first().click();
  await expect(page.getByText('Preview, as a reply to the customer').first()).toBeVisible();
});

test('a configuration that is less safe than the saved one is saved after one question only', async ({
  context,
  site,
}) => {
  const page = await opens(context, site);
  await goesTo(page, 'Verification');
  await choose(page, 'Comment visibility', 'Replies to the customer');
  await goesTo(page, 'Safety');
  await choose(page, 'If an employee’s Incode identity changes', 'Accept the pass');
  await pressesSave(page);
  const question = page.getByRole('dialog', { name: 'Save less safe settings?' });
  await expect(
    question.getByText('The reporter can read every result, even if they’re an impostor.'),
  ).toBeVisible();
  await expect(question.getByText('so someone else may have passed.')).toBeVisible();
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(question).toBeHidden();
  expect(JSON.stringify(site.state())).not.toContain('"identityChange":"ignore"');
  await expect(page.getByText('You have unsaved changes').filter({ visible: true })).toBeVisible();

  await pressesSave(page);
  await question.getByRole('button', { name: 'Save anyway' }).click();
  await expect(page.getByText('✓ Saved.').filter({ visible: true })).toBeVisible();
  expect(JSON.stringify(site.state())).toContain('"identityChange":"ignore"');
  // What is saved is not asked about again, and neither is what is safer.
  await choose(page, 'If an employee’s Incode identity changes', 'Manual review required');
  await saves(page);
});

test('settings that could not be shown are asked for again', async ({ context, site }) => {
  site.faults.add({ target: 'jira', match: '/rest/api/3/status', status: 503, times: 1 });
  const page = await openPage(context);
  await page.goto(`${site.url}/jira/settings/apps/settings?as=admin`);
  await page.getByText('Jira can’t be reached').waitFor();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByLabel('Integration Reference')).toBeVisible();
});

test('what is unsaved stands beside Save, and nothing moves when there is something', async ({
  context,
  site,
}) => {
  const page = await opens(context, site);
  const marks = [
    page.getByLabel('Integration Reference'),
    page.getByRole('button', { name: 'Save configuration' }),
    page.getByRole('heading', { name: 'Webhook' }),
  ];
  const places = () => Promise.all(marks.map((mark) => mark.boundingBox()));
  const before = await places();
  await page.getByLabel('Integration Reference').fill('another');
  await expect(page.getByText('You have unsaved changes: Integration Reference')).toBeVisible();
  expect(await places()).toEqual(before);
  await page.getByRole('button', { name: 'Discard changes' }).click();
  await expect(page.getByText('No unsaved changes')).toBeVisible();
  expect(await places()).toEqual(before);
});

test('Save stands at the end of each tab that has something to save, in the same column', async ({
  context,
  site,
}) => {
  const page = await opens(context, site);
  const save = page.getByRole('button', { name: 'Save configuration' });
  const column = async () => (await save.boundingBox())?.x;
  const first = await column();
  expect(first).toBeGreaterThan(0);
  for (const tab of ['Verification', 'Safety']) {
    await goesTo(page, tab);
    // While one tab takes the other's place, the button has no place at all.
    await expect.poll(column).toBe(first);
  }
  for (const tab of ['Health', 'Changes']) {
    await goesTo(page, tab);
    await expect(page.getByRole('button', { name: 'Save configuration' })).toBeHidden();
  }
});

test('the country of phone numbers is proposed by the administrator’s locale, and saved', async ({
  context,
  emptySite: site,
}) => {
  const page = await openPage(context);
  await page.goto(`${site.url}/jira/settings/apps/settings?as=admin&locale=de-DE`);
  await page.getByRole('tab', { name: 'Ablauf' }).click();
  await expect(page.getByText('Deutschland', { exact: true })).toBeVisible();
});

test('a mapping that demo results will not follow is said so', async ({ context, site }) => {
  const page = await opens(context, site);
  await goesTo(page, 'Verification');
  const warning = page.getByText('Demo results won’t change statuses until you select this.');
  await expect(warning).toBeHidden();
  await page.getByLabel('Demo results move tickets too').uncheck();
  await expect(warning).toBeVisible();
});
