import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures';
import { Agent, Employee } from './people';
import type { Page } from '@playwright/test';

/** What axe has to say about the app's part of the page, by rule. */
async function complaints(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} mode`, () => {
    test.use({ colorScheme });

    test('axe finds nothing in the form, a waiting panel, and a result', async ({ context, site }) => {
      const agent = await Agent.opens(context, site, 'HELP-1');
      await expect(agent.field('Corporate email')).toBeVisible();
      expect(await complaints(agent.page)).toEqual([]);
      await agent.sendsBySms('ada.lovelace@example.com', '555');
      await expect(agent.page.getByText('This is not a phone number.')).toBeVisible();
      expect(await complaints(agent.page)).toEqual([]);
      await agent.sendsBySms('ada.lovelace@example.com', '+1 415 555 0123');
      await agent.sees('Link sent');
      expect(await complaints(agent.page)).toEqual([]);
      const employee = await Employee.takesPhone(context, site);
      await employee.opensLink();
      await employee.taps('Pass');
      await agent.sees('✅ Verification passed');
      await agent.seesStatus('In Progress');
      expect(await complaints(agent.page)).toEqual([]);
    });

    test('axe finds nothing on the settings page', async ({ context, site }) => {
      const page = await context.newPage();
      await page.goto(`${site.url}/jira/settings/apps/settings?as=admin`);
      await expect(page.getByLabel('Integration Reference')).toBeVisible();
      expect(await complaints(page)).toEqual([]);
    });
  });
}
