import { expect, test } from './fixtures';
import { adaPasses } from './panel-stage';
import { Agent, choose, typesAndPresses } from './people';
import { goesTo, opens, pressesSave, saves } from './settings-stage';
import type { Locator } from '@playwright/test';
import type { Site } from 'local-site/site';

/** As long as the app waits for what else happens before it writes a request's fields. */
const FIELD_PAUSE_MS = 3_000;

/** Presses a button twice within one instant. */
async function pressesTwice(button: Locator): Promise<void> {
  await button.evaluate((pressed) => {
    for (let i = 0; i < 2; i++) pressed.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  });
}

test('comments that were stopped are resumed, or it is said why they were not', async ({ context, site }) => {
  site.jira.setSwitches({ publicCommentsInSpiteOfProperty: true });
  await adaPasses({ context, site });
  await expect.poll(() => JSON.stringify(site.state())).toContain('made-public');
  const page = await opens(context, site);
  const resume = page.getByRole('button', { name: 'Resume comments' });
  site.faults.add({ target: 'jira', match: '/mypermissions', status: 503 });
  await resume.click();
  const sure = page.getByRole('button', { name: 'Yes, resume' });
  await sure.click();
  await expect(page.getByText('Jira can’t be reached. Try again in a minute.')).toBeVisible();
  site.faults.clear();
  await sure.click();
  await expect(resume).toBeHidden();
});

test('a button that is pressed twice does its work once', async ({ context, site }) => {
  const page = await opens(context, site);
  await page.getByRole('button', { name: 'Replace webhook secret' }).click();
  await pressesTwice(page.getByRole('button', { name: 'Replace secret', exact: true }));
  await expect(page.getByText('Copy this value now.')).toBeVisible();
  await pressesTwice(page.getByRole('button', { name: 'Save configuration' }));
  await expect(page.getByText('✓ Saved.')).toBeVisible();
  await page.reload();
  await page.getByRole('tab', { name: 'Changes' }).click();
  // The demo did either once before.
  await expect(page.getByRole('cell', { name: 'Saved the configuration' })).toHaveCount(2);
  await expect(page.getByRole('cell', { name: 'Created a webhook secret' })).toHaveCount(2);
});

test('erasing asks about the address that was typed, and only about that', async ({ context, site }) => {
  const page = await opens(context, site);
  await page.getByRole('tab', { name: 'Safety' }).click();
  const email = page.getByLabel('Corporate email of one employee');
  const erase = page.getByRole('button', { name: 'Erase data' });
  await email.fill('grace.hopper');
  await erase.click();
  await expect(page.getByText('Enter an email address, such as')).toBeVisible();
  await email.fill('grace.hopper@example.com');
  await erase.click();
  const question = page.getByRole('dialog', { name: 'Erase all data of grace.hopper@example.com?' });
  await expect(question).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await expect(erase).toBeFocused();
  await email.fill('ada.lovelace@example.com');
  await erase.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Erase data' }).click();
  await expect(page.getByText('0 verifications erased.')).toBeVisible();
});

test('what is done for single people is done with what is in the fields when the button is pressed', async ({
  context,
  site,
}) => {
  const page = await opens(context, site);
  await goesTo(page, 'Safety');
  const lift = page.getByRole('button', { name: 'Lift limit' });
  await page.getByLabel(/^Corporate email\W*$/).fill('nobody@example.com');
  await typesAndPresses(page.getByLabel('Reason'), 'A busy day', lift);
  await expect(page.getByText('No data found.')).toBeVisible();
  const erase = page.getByRole('button', { name: 'Erase data' });
  await typesAndPresses(
    page.getByLabel('Corporate email of one employee'),
    'ada.lovelace@example.com',
    erase,
  );
  await expect(
    page.getByRole('dialog', { name: 'Erase all data of ada.lovelace@example.com?' }),
  ).toBeVisible();
});

/** A link to Ada goes out from HELP-1. */
async function sendsLink(site: Site): Promise<void> {
  const payload = { email: 'ada.lovelace@example.com', method: 'sms', phone: '+14155550123' };
  const call = { module: 'identity-verification', as: 'agent', issue: 'HELP-1', functionKey: 'sendLink' };
  const body = JSON.stringify({ ...call, payload });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${site.url}/site/invoke`, { method: 'POST', headers, body });
  expect(await answer.json()).toMatchObject({ value: { ok: true } });
}

test('where there is much to erase, the page goes on until it is done, and says how far it is', async ({
  context,
  site,
}) => {
  for (let links = 0; links < 2; links++) await sendsLink(site);
  // The request's fields are written a few seconds later; then nothing but the erasing writes.
  await site.clock.advance(FIELD_PAUSE_MS);
  await expect.poll(() => site.forge.queue.snapshot().events).toEqual([]);
  const page = await opens(context, site);
  await page.getByRole('tab', { name: 'Safety' }).click();
  await page.getByLabel('Corporate email of one employee').fill('ada.lovelace@example.com');
  await page.getByRole('button', { name: 'Erase data' }).click();
  const areMet = () => expect.poll(() => site.faults.waiting()).toEqual([]);
  // The first verification takes longer than one call goes on; then the next call waits for the key that addresses are hashed with.
  site.faults.add({ target: 'kvs', match: '/transaction', delay: 13_000, times: 1 });
  await page.getByRole('dialog').getByRole('button', { name: 'Erase data' }).click();
  await areMet();
  site.faults.add({ target: 'secret', match: '/secret/get', delay: 13_000, times: 1 });
  await site.clock.advance(13_000);
  await areMet();
  await expect(page.getByText('1 verification erased so far. Still erasing')).toBeVisible();
  await site.clock.advance(13_000);
  await expect(page.getByText('2 verifications erased.')).toBeVisible();
  await page.reload();
  await goesTo(page, 'Changes');
  // One entry for one erase, however many calls it took.
  await expect(page.getByRole('cell', { name: 'Erased an employee’s data' })).toHaveCount(1);
});

test('what is typed while a save is under way stays', async ({ context, site }) => {
  const page = await opens(context, site);
  await goesTo(page, 'Verification');
  await page.getByLabel('Link expiry (minutes)').fill('20');
  site.faults.add({ target: 'jira', match: '/mypermissions', delay: 1500 });
  await pressesSave(page);
  await page.getByLabel('A pass counts for (minutes)').fill('30');
  site.faults.clear();
  const discard = page.getByRole('button', { name: 'Discard changes' });
  await expect.poll(() => JSON.stringify(site.state())).toContain('"linkValidityMinutes":20');
  await expect(page.getByLabel('A pass counts for (minutes)')).toHaveValue('30');
  await saves(page);
  await expect(discard).toBeDisabled();
  await page.reload();
  await goesTo(page, 'Verification');
  await expect(page.getByLabel('A pass counts for (minutes)')).toHaveValue('30');
  await expect(page.getByLabel('Link expiry (minutes)')).toHaveValue('20');
});

test('an environment that cannot be reached has not refused the credentials', async ({ context, site }) => {
  const page = await opens(context, site);
  await choose(page, 'Environment', 'Production');
  await page.getByRole('button', { name: 'Test credentials' }).click();
  await page.getByRole('button', { name: 'Try them in Demo' }).click();
  site.faults.add({ target: 'egress', status: 503 });
  await page.getByRole('button', { name: 'Yes, try Demo' }).click();
  await expect(page.getByText('Incode can’t be reached. Try again in a minute.')).toBeVisible();
  await expect(page.getByText('Demo didn’t accept them either.')).toBeHidden();
});

test('workflows are checked where the app is used, however far down the list', async ({ context, site }) => {
  site.jira.setSwitches({ projectsPerPage: 1 });
  const page = await opens(context, site);
  await page.getByRole('tab', { name: 'Safety' }).click();
  await page.getByRole('button', { name: 'List more projects' }).click();
  await choose(page, 'Service projects', 'IT Help Desk (HELP)');
  await saves(page);
  await page.reload();
  await goesTo(page, 'Verification');
  await page.getByRole('button', { name: 'Check workflows' }).click();
  await page.getByRole('table', { name: 'IT Help Desk' }).waitFor();
});

test('a limit that stands in the way is lifted with a reason, which is listed', async ({ context, site }) => {
  const page = await opens(context, site);
  await page.getByRole('tab', { name: 'Safety' }).click();
  await page.getByLabel('Links per request in 24 hours').fill('1');
  await saves(page);
  const agent = await Agent.opens(context, site, 'HELP-1');
  await agent.sendsBySms('ada.lovelace@example.com', '+1 415 555 0123');
  await agent.sees('Link sent');
  const newLink = agent.panel().getByRole('button', { name: 'Send a new link' });
  await expect(newLink).toBeDisabled();
  await expect(
    agent.panel().getByText('This request has reached its limit of 1 link in 24 hours.'),
  ).toBeVisible();

  await choose(page, 'Lift the limit for', 'Request');
  await page.getByRole('button', { name: 'Lift limit' }).click();
  await expect(page.getByText('Enter Reason.')).toBeVisible();
  await page.getByLabel('Key or URL of the request').fill(`${site.url}/browse/HELP-1?as=agent`);
  await page.getByLabel('Reason').fill('The number was mistyped');
  await page.getByRole('button', { name: 'Lift limit' }).click();
  await expect(page.getByText('Limit lifted.')).toBeVisible();
  await expect(newLink).toBeEnabled();
  await newLink.click();
  await agent.field('Phone number').fill('+1 415 555 0123');
  await agent.clicksSend();
  await expect(agent.panel().getByText('Replace the link?')).toBeHidden();
  await page.reload();
  await page.getByRole('tab', { name: 'Changes' }).click();
  await expect(page.getByRole('row', { name: /Lifted a limit.*The number was mistyped/ })).toBeVisible();
});

test('the limit of an agent is lifted by choosing them, and what is not known is said', async ({
  context,
  site,
}) => {
  const agent = await Agent.opens(context, site, 'HELP-1');
  await agent.sendsBySms('ada.lovelace@example.com', '+1 415 555 0123');
  await agent.sees('Link sent');
  const page = await opens(context, site);
  await goesTo(page, 'Safety');
  await choose(page, 'Lift the limit for', 'Agent');
  await page.getByLabel('Reason').fill('A busy day');
  await choose(page, 'Name of the agent', 'Robin Agent');
  await page.getByRole('button', { name: 'Lift limit' }).click();
  await expect(page.getByText('No data found.')).toBeVisible();
  await choose(page, 'Name of the agent', 'Avery Agent');
  await page.getByRole('button', { name: 'Lift limit' }).click();
  await expect(page.getByText('Limit lifted.')).toBeVisible();
});

test('the panel’s step is ticked by hand, which is listed, and can be taken back', async ({
  context,
  site,
}) => {
  const page = await opens(context, site);
  await expect(page.getByRole('heading', { name: 'Setup: 3 of 6 done' })).toBeVisible();
  await page.getByRole('button', { name: 'Mark as done' }).click();
  await expect(page.getByRole('heading', { name: 'Setup: 4 of 6 done' })).toBeVisible();
  await page.getByRole('button', { name: 'Mark as not done' }).click();
  await expect(page.getByRole('heading', { name: 'Setup: 3 of 6 done' })).toBeVisible();
  await goesTo(page, 'Changes');
  await expect(page.getByRole('cell', { name: 'Marked the panel as shown on all requests' })).toBeVisible();
});

test('each step of the setup has a button that leads to it', async ({ context, emptySite: site }) => {
  const page = await opens(context, site);
  for (const [button, field] of [
    ['Enter credentials', page.getByLabel('API Key')],
    ['Go to the webhook secret', page.getByRole('button', { name: 'Create webhook secret' })],
    ['Go to the webhook’s values', page.getByLabel('Webhook URL')],
    ['Go to the test link', page.getByLabel('Your corporate email')],
  ] as const) {
    await page.getByRole('button', { name: button }).click();
    await expect(field).toBeFocused();
    await expect(field).toBeInViewport();
  }
  await page.getByRole('button', { name: 'Choose statuses' }).click();
  await expect(page.getByRole('tab', { name: 'Verification' })).toHaveAttribute('aria-selected', 'true');
});
