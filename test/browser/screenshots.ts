import { resolve } from 'node:path';
import { expect, test } from './fixtures';
import { guardsResolving, makesRule, resolves } from './gate-stage';
import { openPage } from './kept-contexts';
import { employeeOpens, linkGoesOut } from './panel-stage';
import { panelStates } from './panel-states';
import { Agent, Customer } from './people';
import { FIELDS_MS, opensQueue } from './queue-stage';
import { opens, saves } from './settings-stage';
import { settingsStates } from './settings-states';
import { changesColors } from './still-page';
import type { Locator, Page } from '@playwright/test';

const pictures = resolve(__dirname, '../../node_modules/.cache/screenshots');
const viewports = { wide: { width: 1280, height: 900 }, narrow: { width: 360, height: 800 } };

type Take = (path: string) => Promise<unknown>;

/** Takes an element in light and dark, wide and narrow. */
function shoot(page: Page, element: Locator, name: string): Promise<void> {
  return shootAll(page, name, (path) => element.screenshot({ path, animations: 'disabled' }));
}

/** Takes what fits into the window around an element. */
function shootAround(page: Page, element: Locator, name: string): Promise<void> {
  return shootAll(page, name, async (path) => {
    await element.evaluate((node) => {
      node.scrollIntoView({ block: 'center' });
    });
    await page.screenshot({ path, animations: 'disabled' });
  });
}

async function shootAll(page: Page, name: string, take: Take): Promise<void> {
  // The page's bar and flags stay in sight, and would lie over what is taller than the window.
  await page.addStyleTag({
    content: 'header { position: static !important; } .flags { visibility: hidden; }',
  });
  for (const [folder, viewport] of Object.entries(viewports)) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ['light', 'dark'] as const) {
      await changesColors(page, colorScheme);
      await take(resolve(pictures, folder, `${name}-${colorScheme}.png`));
    }
  }
}

for (const { name, arrange } of panelStates) {
  test(`panel: ${name}`, async ({ context, site }) => {
    const agent = await arrange({ context, site });
    await shoot(agent.page, agent.panel(), `panel-${name}`);
  });
}

test('panel: setup required', async ({ context, emptySite }) => {
  const agent = await Agent.opens(context, emptySite, 'HELP-1');
  await agent.sees('Setup required');
  await shoot(agent.page, agent.panel(), 'panel-setup-required');
});

test('the request with panel and side bar', async ({ context, site }) => {
  const passed = panelStates.find(({ name }) => name === 'passed');
  const agent = await passed?.arrange({ context, site });
  if (!agent) throw new Error('There is no state "passed".');
  await expect(agent.sideBar().getByText('Passed (DEMO)')).toBeVisible();
  await shoot(agent.page, agent.page.locator('main'), 'request-passed');
});

test('the code, in the agent’s panel and in the portal', async ({ context, site }) => {
  await linkGoesOut({ context, site });
  const ada = await Customer.opens(context, site, 'HELP-1');
  await ada.reads('Code for your call');
  await shoot(ada.page, ada.panel(), 'portal-sent');
  const agent = await Agent.opens(context, site, 'HELP-1');
  await agent.field('What the caller reads').fill((await ada.code()).first);
  await shoot(agent.page, agent.panel(), 'panel-code');
  await agent.clicks('Check');
  await expect(agent.panel().getByText('Code confirmed')).toBeVisible();
  await shoot(agent.page, agent.panel(), 'panel-code-confirmed');
});

test('an objection, in the agent’s panel and in the portal', async ({ context, site }) => {
  await linkGoesOut({ context, site });
  const ada = await Customer.opens(context, site, 'HELP-1');
  await ada.objects();
  await shoot(ada.page, ada.panel(), 'portal-objected');
  const agent = await Agent.opens(context, site, 'HELP-1');
  await agent.sees('⚠️ The employee objected');
  await shoot(agent.page, agent.panel(), 'panel-objected');
});

test('a queue of those who wait', async ({ context, site }) => {
  await linkGoesOut({ context, site });
  await employeeOpens(site);
  const agent = await Agent.opens(context, site, 'HELP-2');
  await agent.sendsByEmail('grace.hopper@example.com');
  await agent.sees('Link sent');
  await site.clock.advance(FIELDS_MS);
  const queue = await opensQueue(context, site, 'waiting');
  await expect(queue.getByRole('row', { name: /^HELP-/ })).toHaveCount(2);
  await shoot(queue, queue.locator('main'), 'queue-waiting');
});

test('settings: as the demo has them', async ({ context, site }) => {
  const page = await openPage(context);
  await page.goto(`${site.url}/jira/settings/apps/settings?as=admin`);
  await expect(page.getByLabel('Integration Reference')).toBeVisible();
  await shoot(page, page.locator('main'), 'settings');
});

for (const { name, arrange } of settingsStates) {
  test(`settings: ${name}`, async ({ context, site }) => {
    const page = await opens(context, site);
    const shown = await arrange(page, { context, site });
    await expect(shown).toBeVisible();
    await shootAround(page, shown, `settings-${name}`);
  });
}

test('settings: nothing set', async ({ context, emptySite }) => {
  const page = await openPage(context);
  await page.goto(`${emptySite.url}/jira/settings/apps/settings?as=admin`);
  await expect(page.getByLabel('Integration Reference')).toBeVisible();
  await shoot(page, page.locator('main'), 'settings-empty');
});

test.describe('the gate', () => {
  test.use({ expectedErrors: [/400 \(Bad Request\)/] });

  test('a request that is held back', async ({ context, site }) => {
    const settings = await opens(context, site);
    await makesRule(settings);
    await saves(settings);
    await guardsResolving(context, site);
    const agent = await Agent.opens(context, site, 'HELP-1');
    await expect(agent.panel().getByText('needs a pass from the last 30 minutes')).toBeVisible();
    await resolves(agent, 'Waiting for support');
    await expect(agent.page.getByRole('alert')).toBeVisible();
    await shootAround(agent.page, agent.page.getByRole('dialog'), 'request-held-back');
  });
});
