import { expect, test } from './fixtures';
import { guardsResolving, makesRule, resolves } from './gate-stage';
import { employeeDoesCheck } from './panel-stage';
import { Agent } from './people';
import { goesTo, opens, saves } from './settings-stage';
import type { Site } from 'local-site/site';

const SENTENCE =
  'Password resets: Identity verification is needed first. Open the panel Incode Identity Verification on this request.';

/** The panel says first what the request needs, and where it stands. */
async function seesRequirement(agent: Agent, standing: string | RegExp): Promise<void> {
  const needs = 'Password resets: needs a pass from the last 30 minutes, by the reporter.';
  await expect(agent.panel().getByText(needs)).toBeVisible();
  await expect(agent.panel().getByText(standing)).toBeVisible();
}

/** Ada passes with a link that an agent sends from HELP-1. */
async function passes(agent: Agent, site: Site): Promise<void> {
  await agent.sendsBySms('ada.lovelace@example.com', '+1 415 555 0123');
  await agent.sees('Link sent');
  await employeeDoesCheck(site, 'pass');
  await agent.seesStatus('In Progress');
}

test.describe('a password reset', () => {
  test.use({ expectedErrors: [/400 \(Bad Request\)/] });
  test.beforeEach(async ({ context, site }) => {
    const settings = await opens(context, site);
    await makesRule(settings);
    await saves(settings);
    await guardsResolving(context, site);
  });

  test('is resolved only once its reporter is verified', async ({ context, site }) => {
    const agent = await Agent.opens(context, site, 'HELP-1');
    await seesRequirement(agent, 'Not enough: no link was sent yet.');
    await expect(agent.sideBar().getByText('Not verified enough')).toBeVisible();
    await resolves(agent, 'Waiting for support');
    await expect(agent.page.getByRole('alert').getByText(SENTENCE)).toBeVisible();
    await agent.page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await agent.seesStatus('Waiting for support');

    await passes(agent, site);
    await seesRequirement(agent, /^Holds until \d+:\d\d/);
    await expect(agent.sideBar().getByText('Verified enough (DEMO)')).toBeVisible();
    await resolves(agent, 'In Progress');
    await agent.seesStatus('Resolved');
  });

  test('is held back again once the pass is older than the rule lets it be', async ({ context, site }) => {
    const agent = await Agent.opens(context, site, 'HELP-1');
    await passes(agent, site);
    await seesRequirement(agent, /^Holds until/);
    await site.clock.advance(31 * 60_000);
    await seesRequirement(agent, 'Not enough: the pass is too old.');
    await resolves(agent, 'In Progress');
    await expect(agent.page.getByRole('alert').getByText(SENTENCE)).toBeVisible();
    await agent.seesStatus('In Progress');
  });
});

test('a request type stands in one rule only, and that is said at its field', async ({ context, site }) => {
  const page = await opens(context, site);
  await makesRule(page);
  await page.getByRole('button', { name: 'Add rule' }).click();
  await page.getByRole('textbox', { name: 'Name' }).nth(1).fill('Everything');
  await page.getByRole('button', { name: 'Save configuration' }).click();
  await expect(page.getByText('Enter Service project.')).toBeVisible();
  await expect(page.getByText('Enter Request types.')).toBeVisible();
});

test('a request is released from what it needed before, with a reason, which is listed', async ({
  context,
  site,
}) => {
  const page = await opens(context, site);
  await makesRule(page);
  await saves(page);
  const agent = await Agent.opens(context, site, 'HELP-1');
  await passes(agent, site);
  await page.getByLabel('Key or URL of the request').filter({ visible: true }).fill('HELP-1');
  await page.getByRole('button', { name: 'Release request' }).click();
  await expect(page.getByText('Enter Reason.')).toBeVisible();
  await page.getByLabel('Reason').filter({ visible: true }).fill('Filed under the wrong type');
  await page.getByRole('button', { name: 'Release request' }).click();
  await expect(page.getByText('Released. Only the rule for its current type applies now.')).toBeVisible();
  await page.reload();
  await goesTo(page, 'Changes');
  const entry = /Released a request.*HELP-1.*Filed under the wrong type/;
  await expect(page.getByRole('row', { name: entry })).toBeVisible();
});
