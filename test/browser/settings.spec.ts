import { complaints } from './complaints';
import { expect, test } from './fixtures';
import { isStoppedEscalating } from './gate-stage';
import { adaPasses, employeeDoesCheck, employeeFinishes, employeeOpens } from './panel-stage';
import { Agent, choose, Employee } from './people';
import { NEWS_PAUSE_MS, goesTo, opens, pressesSave, saves, testLinkAddress } from './settings-stage';

test('waiting for the first webhook ends when one arrives, after a test link to oneself', async ({
  context,
  site,
}) => {
  const page = await opens(context, site);
  await expect(page.getByText('Waiting for your first webhook')).toBeVisible();
  const address = await testLinkAddress(page);
  await address.fill('nobody@example.com');
  await page.getByRole('button', { name: 'Send a test link to myself' }).click();
  await expect(page.getByText('know anyone with this address')).toBeVisible();
  await address.fill('employee2@example.com');
  await page.getByRole('button', { name: 'Send a test link to myself' }).click();
  await expect(page.getByRole('heading', { name: 'Test link sent' })).toBeVisible();
  await expect(page.getByText('Waiting for you to open the link…')).toBeVisible();
  await (await Employee.takesPhone(context, site)).opensLink();
  await site.clock.advance(NEWS_PAUSE_MS);
  await expect(page.getByText('✓ First webhook received')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Setup: 5 of 6 done' })).toBeVisible();
  await page.getByRole('button', { name: 'Show activity' }).click();
  await expect(page.getByRole('row', { name: /SESSION_STARTED/ })).toContainText('1');
});

test('credentials of another environment are tried there only after asking', async ({ context, site }) => {
  const page = await opens(context, site);
  await expect(page.getByText(/^Credentials saved on .* by$/)).toBeVisible();
  await choose(page, 'Environment', 'Production');
  await expect(page.getByText('API host: saas-api.incodesmile.com')).toBeVisible();
  await page.getByRole('button', { name: 'Test credentials' }).click();
  await page.getByRole('button', { name: 'Try them in Demo' }).click();
  await expect(page.getByRole('dialog', { name: 'Try these credentials in Demo?' })).toBeVisible();
  await expect(page.getByText('This sends Client ID and Client Secret to Incode’s Demo')).toBeVisible();
  await page.getByRole('button', { name: 'Yes, try Demo' }).click();
  await page.getByRole('button', { name: 'Switch to Demo' }).click();
  await expect(page.getByText('API host: demo-api.incodesmile.com')).toBeVisible();
});

test('a comment is shown as it will look, with its variables, line breaks and emoji', async ({
  context,
  site,
}) => {
  const page = await opens(context, site);
  await goesTo(page, 'Verification');
  const label = 'Comment when verification passes';
  await expect(page.getByText('Preview, as an internal note')).toBeHidden();
  await page.getByRole('button', { name: 'Show preview' }).first().click();
  await page.getByLabel(label).fill('Hello {{name}} 🎉\nsecond line {{nmae}}');
  await expect(page.getByText('Line 2, column 13: {{nmae}} isn’t a variable')).toBeVisible();
  await expect(page.getByText('38 of 2000 characters')).toBeVisible();
  const title = page.getByText('✅ Verification passed');
  await expect(title).toHaveText(/\(DEMO\)/);
  await expect(page.getByText('Do not use it to give access.')).toBeVisible();
  await goesTo(page, 'Connection');
  await choose(page, 'Environment', 'Production');
  await goesTo(page, 'Verification');
  await expect(title).not.toHaveText(/\(DEMO\)/);
  await expect(page.getByText('Hello Ada Lovelace 🎉')).toBeVisible();
  await page.getByLabel('Comment when verification fails').fill('Stop, {{name}} 🛑');
  await goesTo(page, 'Connection');
  await choose(page, 'Environment', 'Demo');
  await saves(page);
  const agent = await Agent.opens(context, site, 'HELP-1');
  await agent.sendsBySms('ada.lovelace@example.com', '+1 415 555 0123');
  await agent.sees('Link sent');
  await employeeDoesCheck(site, 'fail');
  await agent.seesStatus('Escalated');
  expect(agent.comments('HELP-1')[0]?.text).toContain('Stop, Ada Lovelace 🛑');
  await goesTo(page, 'Verification');
  await page.getByRole('button', { name: 'Reset to default' }).first().click();
  await expect(page.getByLabel(label)).toHaveValue('Identity confirmed — you may proceed');
});

test('links are sent as the verification settings have it, and a pass counts as long', async ({
  context,
  site,
}) => {
  const page = await opens(context, site);
  await goesTo(page, 'Verification');
  await page.getByLabel('Link expiry (minutes)').fill('5');
  await choose(page, 'Default delivery method', 'Email');
  await page.getByLabel('A pass counts for (minutes)').fill('15');
  await saves(page);
  const agent = await Agent.opens(context, site, 'HELP-1');
  await expect(agent.page.getByLabel('Email', { exact: true })).toBeChecked();
  await agent.clicksSend();
  await agent.sees('Link sent');
  await expect(agent.panel().getByText(/^[45]:\d\d$/)).toBeVisible();
  await employeeDoesCheck(site, 'pass');
  await agent.sees('✅ Verification passed');
  await site.clock.advance(16 * 60_000);
  await agent.sees('Passed earlier, verify again');
});

test('a refused save shows what the other one changed, and can be put on top of it', async ({
  context,
  site,
}) => {
  const [mine, theirs] = [await opens(context, site), await opens(context, site)];
  for (const each of [mine, theirs]) await goesTo(each, 'Verification');
  await theirs.getByLabel('Link expiry (minutes)').fill('20');
  await saves(theirs);
  await mine.getByLabel('A pass counts for (minutes)').fill('30');
  const unsaved = mine.getByText('You have unsaved changes: A pass counts for (minutes)');
  await expect(unsaved.filter({ visible: true })).toBeVisible();
  await pressesSave(mine);
  await expect(mine.getByRole('row', { name: 'Link expiry (minutes) 20 Not changed' })).toBeVisible();
  await expect(mine.getByRole('row', { name: 'A pass counts for (minutes) Not changed 30' })).toBeVisible();
  await mine.getByRole('button', { name: 'Keep my changes' }).click();
  await expect(mine.getByLabel('Link expiry (minutes)')).toHaveValue('20');
  await expect(unsaved.filter({ visible: true })).toBeVisible();
  await saves(mine);
});

test('a project with a mapping of its own moves its requests by that, until it is removed', async ({
  context,
  site,
}) => {
  const page = await opens(context, site);
  await goesTo(page, 'Verification');
  await page.getByRole('button', { name: 'Other statuses for one project' }).click();
  await choose(page, 'Other statuses for one project', 'IT Help Desk (HELP)');
  await expect(page.getByText('Choose a service project')).toBeVisible();
  await choose(page, 'When it passes in IT Help Desk', 'Escalated');
  await saves(page);
  const agent = await adaPasses({ context, site });
  await agent.seesStatus('Escalated');
  await page.getByRole('button', { name: 'Remove the mapping of IT Help Desk' }).click();
  await expect(page.getByLabel('When it passes in IT Help Desk')).toBeHidden();
});

test('a replaced webhook secret is accepted for the chosen time, or until it is revoked', async ({
  context,
  site,
}) => {
  const page = await opens(context, site);
  await page.getByRole('button', { name: 'Replace webhook secret' }).click();
  await choose(page, 'Accept the old secret for', '1 hour');
  await page.getByRole('button', { name: 'Replace secret', exact: true }).click();
  await expect(page.getByText('Copy this value now.')).toBeVisible();
  await expect(page.getByText('The previous secret is accepted until')).toBeVisible();
  const agent = await Agent.opens(context, site, 'HELP-1');
  await agent.sendsBySms('ada.lovelace@example.com', '+1 415 555 0123');
  await agent.sees('Link sent');
  // Incode sends the replaced one still: nobody has changed it in the dashboard.
  await employeeOpens(site);
  await agent.sees('Link opened');
  await page.getByRole('button', { name: 'Revoke the replaced secret now' }).click();
  await page.getByRole('button', { name: 'Revoke secret', exact: true }).click();
  await expect(page.getByText('The previous secret is accepted until')).toBeHidden();
  await employeeFinishes(site, 'pass');
  await page.reload();
  await page.getByRole('button', { name: 'Show activity' }).click();
  await expect(page.getByText('the secret didn’t match').first()).toBeVisible();
});

test('agents who are not of the chosen group may not verify', async ({ context, site }) => {
  const page = await opens(context, site);
  await page.getByRole('tab', { name: 'Safety' }).click();
  await choose(page, 'Group of agents', 'identity-verifiers');
  await saves(page);
  const member = await Agent.opens(context, site, 'HELP-1');
  await expect(member.field('Corporate email')).toBeVisible();
  const other = await Agent.opens(context, site, 'HELP-1', 'agent2');
  await expect(other.page.getByText('To verify employees, you need to be an agent')).toBeVisible();
});

test('workflows are checked project by project', async ({ context, site }) => {
  const page = await opens(context, site);
  await goesTo(page, 'Verification');
  await page.getByRole('button', { name: 'Check workflows' }).click();
  const table = page.getByRole('table', { name: 'IT Help Desk' });
  // Project by project, each in a call of its own.
  await table.waitFor();
  await expect(table.getByRole('columnheader', { name: 'Passed → In Progress' })).toBeVisible();
  await expect(table.getByRole('row', { name: 'Waiting for support ✓ Works ✓ Works' })).toBeVisible();
  await expect(page.getByText('Validators are shown as seen when someone last tried')).toBeVisible();

  await isStoppedEscalating(site);
  await page.getByRole('button', { name: 'Check workflows' }).click();
  const blocked =
    /^Waiting for support ✓ Works ✗ Blocked Identity verified \(Incode\), last seen .*: only a pass/;
  await table.getByRole('row', { name: blocked }).waitFor();
});

test('health says what could not be done, tries it again, and says when all is well', async ({
  context,
  site,
}) => {
  site.faults.add({ target: 'jira', match: '/comment', status: 403 });
  const agent = await adaPasses({ context, site });
  await agent.seesStatus('In Progress');
  site.faults.clear();
  await site.clock.advance(60_000);
  const page = await opens(context, site);
  await page.getByRole('tab', { name: 'Health (1)' }).click();
  await expect(page.getByRole('row', { name: /Medium HELP-1/ })).toBeVisible();
  await expect(page.getByText('The comment wasn’t added: Jira refused it.')).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'All well' })).toBeVisible();
  await expect.poll(() => agent.comments('HELP-1')).toHaveLength(1);
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [360, 1280]) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } });

      test('axe finds nothing in any part, and all of them are reached by keyboard', async ({
        context,
        site,
      }) => {
        const page = await opens(context, site);
        await page.getByRole('tab', { name: 'Connection' }).focus();
        const parts = ['Connection', 'Verification', 'Requirements', 'Safety', 'Health', 'Changes'];
        for (const part of parts) {
          await expect(page.getByRole('tab', { name: part })).toHaveAttribute('aria-selected', 'true');
          expect(await complaints(page)).toEqual([]);
          await page.keyboard.press('ArrowRight');
        }
      });
    });
  }
}
