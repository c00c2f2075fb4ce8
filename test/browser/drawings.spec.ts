import { expect, test } from './fixtures';
import { employeeOpens, linkGoesOut } from './panel-stage';
import { Agent } from './people';
import { opens, saves, testLinkAddress } from './settings-stage';
import type { Page } from '@playwright/test';

// Forge sends Jira all that the app draws, each time that it draws: what changes together has to be drawn together.

/** How often the app's page is drawn from now on. */
async function countsDrawings(page: Page): Promise<() => Promise<number>> {
  const count = await page.evaluateHandle(() => {
    const drawn = { times: 0 };
    addEventListener('message', ({ data }: MessageEvent<{ cmd?: string }>) => {
      if (data.cmd === 'reconcile') drawn.times++;
    });
    return drawn;
  });
  return () => count.evaluate(({ times }) => times);
}

test('a setting that is entered is drawn once; saving is, and what came of it', async ({ context, site }) => {
  // With no webhook the page asks for one every now and then.
  await linkGoesOut({ context, site });
  await employeeOpens(site);
  const page = await opens(context, site);
  await testLinkAddress(page);
  const drawings = await countsDrawings(page);
  await page.getByLabel('Integration Reference').fill('another-one');
  await expect.poll(drawings).toBe(1);
  await saves(page);
  expect(await drawings()).toBe(3);
});

test('what an agent enters is drawn once, and at first that the form was begun', async ({
  context,
  site,
}) => {
  const agent = await Agent.opens(context, site, 'HELP-1');
  await agent.field('Corporate email').waitFor();
  await agent.isAtRest();
  const drawings = await countsDrawings(agent.page);
  await agent.field('Corporate email').fill('grace.hopper@example');
  await agent.field('Corporate email').fill('grace.hopper@example.com');
  await expect.poll(drawings).toBe(3);
  await agent.isAtRest();
  expect(await drawings()).toBe(3);
});
