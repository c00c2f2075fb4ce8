import { expect } from './fixtures';
import { makesRule } from './gate-stage';
import { adaPasses } from './panel-stage';
import { choose } from './people';
import { goesTo, opens, pressesSave, replacesSecret, saves, testLinkAddress } from './settings-stage';
import type { Stage } from './panel-stage';
import type { Locator, Page } from '@playwright/test';

/** A state of the settings page by the name of its picture, and how it comes about. */
interface SettingsState {
  name: string;
  /** Answers what has to be in the picture. */
  arrange: (page: Page, stage: Stage) => Promise<Locator>;
}

/** What the settings page can show beside what is set. */
export const settingsStates: SettingsState[] = [
  {
    name: 'credentials-connected',
    arrange: async (page) => {
      await page.getByRole('button', { name: 'Test credentials' }).click();
      return page.getByText('✓ Connected');
    },
  },
  {
    name: 'credentials-rejected',
    arrange: async (page) => {
      await choose(page, 'Environment', 'Production');
      await page.getByRole('button', { name: 'Test credentials' }).click();
      await page.getByRole('button', { name: 'Try them in Demo' }).click();
      return page.getByRole('button', { name: 'Yes, try Demo' });
    },
  },
  {
    name: 'own-mapping',
    arrange: async (page) => {
      await goesTo(page, 'Verification');
      await page.getByRole('button', { name: 'Other statuses for one project' }).click();
      await choose(page, 'Other statuses for one project', 'IT Help Desk (HELP)');
      await page.getByRole('button', { name: 'Check workflows' }).click();
      await page.getByText('A transition that asks for a field').waitFor();
      return page.getByRole('button', { name: 'Check workflows' });
    },
  },
  {
    name: 'comment-variables',
    arrange: async (page) => {
      await goesTo(page, 'Verification');
      await page.getByLabel('Comment when verification passes').fill('Hello {{name}} 🎉\nIdentity {{id}}');
      await page.getByRole('button', { name: 'Show preview' }).first().click();
      return page.getByText('isn’t a variable, so it will appear as typed');
    },
  },
  {
    name: 'fields',
    arrange: async (page) => {
      await goesTo(page, 'Verification');
      await page.getByRole('button', { name: 'Show the check and searches' }).click();
      await page.getByRole('button', { name: 'Check fields' }).click();
      await expect(page.getByText('✓ Jira has both fields.')).toBeVisible();
      return page.getByText('Verified in the last hour');
    },
  },
  {
    name: 'webhook-secret',
    arrange: async (page) => {
      await replacesSecret(page);
      return page.getByText('Copy this value now.');
    },
  },
  {
    name: 'webhook-activity',
    arrange: async (page, stage) => {
      await afterAPass(page, stage);
      await page.getByRole('button', { name: 'Show activity' }).click();
      return page.getByRole('row', { name: /SESSION_SUCCEEDED/ });
    },
  },
  {
    name: 'test-link',
    arrange: async (page) => {
      await (await testLinkAddress(page)).fill('employee2@example.com');
      await page.getByRole('button', { name: 'Send a test link to myself' }).click();
      return page.getByRole('heading', { name: 'Test link sent' });
    },
  },
  {
    name: 'field-errors',
    arrange: async (page) => {
      await goesTo(page, 'Verification');
      await page.getByLabel('Link expiry (minutes)').fill('61');
      await goesTo(page, 'Connection');
      await page.getByLabel('Integration Reference').fill('');
      await pressesSave(page);
      await expect(page.getByText('Enter Integration Reference.')).toBeVisible();
      return page.getByLabel('Integration Reference');
    },
  },
  {
    name: 'overtaken',
    arrange: async (page, { context, site }) => {
      const theirs = await opens(context, site);
      await goesTo(theirs, 'Verification');
      await theirs.getByLabel('Link expiry (minutes)').fill('20');
      await saves(theirs);
      await theirs.close();
      await goesTo(page, 'Verification');
      await page.getByLabel('A pass counts for (minutes)').fill('30');
      await pressesSave(page);
      return page.getByRole('button', { name: 'Keep my changes' });
    },
  },
  {
    name: 'requirements',
    arrange: async (page) => {
      await makesRule(page);
      return page.getByRole('button', { name: 'Add rule' });
    },
  },
  {
    name: 'safety',
    arrange: async (page) => {
      await page.getByRole('tab', { name: 'Safety' }).click();
      return page.getByLabel('Destinations entered by agents');
    },
  },
  {
    name: 'erase',
    arrange: async (page) => {
      await goesTo(page, 'Safety');
      await page.getByLabel('Corporate email of one employee').fill('ada.lovelace@example.com');
      await page.getByRole('button', { name: 'Erase data' }).click();
      return page.getByRole('dialog', { name: 'Erase all data of ada.lovelace@example.com?' });
    },
  },
  {
    name: 'health',
    arrange: async (page, stage) => {
      stage.site.faults.add({ target: 'jira', match: '/comment', status: 403 });
      await afterAPass(page, stage);
      await page.getByRole('tab', { name: 'Health (1)' }).click();
      return page.getByRole('button', { name: 'Try again' });
    },
  },
  {
    name: 'all-well',
    arrange: async (page) => {
      await page.getByRole('tab', { name: 'Health' }).click();
      return page.getByRole('heading', { name: 'All well' });
    },
  },
  {
    name: 'changes',
    arrange: async (page) => {
      await goesTo(page, 'Verification');
      await page.getByLabel('Link expiry (minutes)').fill('20');
      await saves(page);
      await page.getByRole('tab', { name: 'Changes' }).click();
      return page.getByRole('row', { name: /Link expiry/ });
    },
  },
  {
    name: 'setup-complete',
    arrange: async (page, stage) => {
      await afterAPass(page, stage);
      await page.getByRole('button', { name: 'Mark as done' }).click();
      return page.getByRole('heading', { name: 'Setup is complete' });
    },
  },
];

/** The page after Ada has passed on HELP-1, whatever went wrong meanwhile. */
async function afterAPass(page: Page, { context, site }: Stage): Promise<void> {
  const agent = await adaPasses({ context, site });
  await agent.seesStatus('In Progress');
  await agent.page.close();
  site.faults.clear();
  await site.clock.advance(60_000);
  await page.reload();
}
