import { complaints } from './complaints';
import { expect, test } from './fixtures';
import { openPage } from './kept-contexts';
import { employeeDoesCheck } from './panel-stage';
import { Agent } from './people';
import { changesColors } from './still-page';
import type { Page } from '@playwright/test';
import type { Site } from 'local-site/site';

/** A customer's request comes in, by an agent's hand. */
async function createRequest({ jira, url }: Site): Promise<string> {
  const reporter = { accountId: jira.accountId('customer') };
  const fields = {
    project: { key: 'HELP' },
    issuetype: { id: '10005' },
    summary: 'Password reset',
    reporter,
  };
  const answer = await fetch(`${url}/rest/api/3/issue`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Basic ${btoa('agent:agent')}` },
    body: JSON.stringify({ fields }),
  });
  return ((await answer.json()) as { key: string }).key;
}

/** A rule that one makes on the page, in its labels and options. */
async function makeRule(page: Page, name: string, entries: Record<string, string>): Promise<void> {
  const form = page.getByRole('region', { name: 'New rule' });
  await form.getByLabel('Name').fill(name);
  for (const [label, value] of Object.entries(entries)) {
    const control = form.getByLabel(label, { exact: true });
    const isChoice = (await control.evaluate((element) => element.tagName)) === 'SELECT';
    await (isChoice ? control.selectOption(value) : control.fill(value));
  }
  await form.getByRole('button', { name: 'Create rule' }).click();
  await expect(page.getByRole('listitem', { name })).toBeVisible();
}

test('rules send a link when a request is created, and react to what comes of it', async ({
  context,
  site,
}) => {
  const page = await openPage(context);
  await page.goto(`${site.url}/jira/settings/automation?as=admin`);
  await makeRule(page, 'Verify at once', { Then: 'Send verification link (Incode)', Connection: 'agent' });
  await makeRule(page, 'Take it up', {
    When: 'Field value changed',
    Field: 'Identity verification',
    'Changed to': 'Passed (demo)',
    Then: 'Add a comment',
    Comment: 'Reset the password of {{issue.key}}',
    Connection: 'agent2',
  });
  const log = page.getByRole('region', { name: 'Audit log' });

  const key = await createRequest(site);
  const sent = log.getByRole('listitem').filter({ hasText: 'Verify at once' });
  await expect(sent).toContainText(key);
  await expect(sent).toContainText('Success: {"sessionId":');
  await expect(sent).toContainText('"state":"Link sent (demo)"');

  await employeeDoesCheck(site, 'pass');
  const taken = log.getByRole('listitem').filter({ hasText: 'Take it up' });
  await expect(taken).toContainText('Success: The comment was added.', { timeout: 15_000 });
  await expect(taken).toHaveCount(1);
  const agent = await Agent.opens(context, site, key);
  await expect(agent.page.getByText(`Reset the password of ${key}`)).toBeVisible();
  await agent.readsInDetails(/^Sent on .* by an automation rule as$/);
  await agent.clicks('Show history');
  await expect(agent.panel().getByText(/sent by an automation rule as$/)).toBeVisible();
});

test('a rule is run by hand, switched off and deleted', async ({ context, site }) => {
  const page = await openPage(context);
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(`${site.url}/jira/settings/automation?as=admin`);
  const name = 'How does it stand?';
  await makeRule(page, name, {
    When: 'Run by hand',
    Then: 'Get identity verification (Incode)',
    Connection: 'agent',
  });
  const rule = page.getByRole('listitem', { name });
  await rule.getByLabel('Issue key').fill('HELP-1');
  await rule.getByRole('button', { name: 'Run' }).click();
  const log = page.getByRole('region', { name: 'Audit log' });
  await expect(log).toContainText('"state":"Not verified"');
  await rule.getByLabel('Enabled').click();
  await expect(rule.getByLabel('Enabled')).not.toBeChecked();
  for (const colorScheme of ['light', 'dark'] as const) {
    await changesColors(page, colorScheme);
    expect(await complaints(page)).toEqual([]);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await rule.getByRole('button', { name: 'Delete' }).click();
  await expect(rule).toHaveCount(0);
});

test('nobody else sees the rules', async ({ context, site }) => {
  const page = await openPage(context);
  await page.goto(`${site.url}/jira/settings/automation?as=agent`);
  await page.getByText('Only Jira administrators can see this page.').waitFor();
});
