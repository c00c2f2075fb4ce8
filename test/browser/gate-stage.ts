import { expect } from './fixtures';
import { openPage } from './kept-contexts';
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
  const page = await openPage(context);
  await page.goto(`${site.url}/jira/settings/issues/workflows?as=admin`);
  const helpDesk = page.getByRole('region', { name: 'IT Help Desk' });
  const resolving = helpDesk.getByRole('group', { name: 'Resolve this request' });
  const validator = resolving.getByLabel('Identity verified where a rule asks for it (Incode)');
  await validator.click();
  await expect(validator).toBeChecked();
}

/** An agent tries to resolve the request. */
export async function resolves({ page }: Agent, from: string): Promise<void> {
  await page.getByRole('button', { name: from }).click();
  await page.getByRole('menuitem', { name: /^Resolve this request/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Resolve this request' }).click();
}

/** An agent tries to escalate a request, and is stopped by the validator of that transition. */
export async function isStoppedEscalating({ url }: Site): Promise<void> {
  const from = ['Waiting for support'];
  const transitions = [
    { id: '11', name: 'Start', from, to: 'In Progress' },
    { id: '21', name: 'Escalate', from, to: 'Escalated', validators: ['identity-verified'] },
  ];
  const headers = { 'content-type': 'application/json', authorization: `Basic ${btoa('agent:agent')}` };
  const statusOf = async (method: string, path: string, body: object) =>
    (await fetch(url + path, { method, headers, body: JSON.stringify(body) })).status;
  expect(await statusOf('PUT', '/site/workflow', { project: 'HELP', transitions })).toBe(204);
  const path = '/rest/api/3/issue/HELP-1/transitions';
  expect(await statusOf('POST', path, { transition: { id: '21' } })).toBe(400);
}
