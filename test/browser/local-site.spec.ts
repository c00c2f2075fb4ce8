import { complaints } from './complaints';
import { expect, test } from './fixtures';
import { openPage } from './kept-contexts';
import { linkGoesOut } from './panel-stage';
import { Agent, Employee } from './people';
import type { Page } from '@playwright/test';

/** Has the panel's frame draw these nodes. */
async function draws(page: Page, children: object[]): Promise<void> {
  const frame = page.frames().find((each) => each.url().includes('/frame/identity-verification?'));
  await frame?.evaluate((nodes) => {
    const forgeDoc = { type: 'Root', key: 'root', props: {}, children: nodes };
    const data = JSON.stringify({ forgeDoc });
    parent.postMessage({ forge: 'call', id: -1, cmd: 'reconcile', data }, '*');
  }, children);
}

for (const { colorScheme, width } of [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 360 },
] as const) {
  test.describe(`in ${colorScheme} mode`, () => {
    test.use({ colorScheme });

    test(`the calls to the platform show beside the page as they happen, at ${width} px`, async ({
      context,
      site,
    }) => {
      const agent = await Agent.opens(context, site, 'HELP-1');
      await agent.page.setViewportSize({ width, height: 800 });
      const calls = agent.page.getByRole('complementary', { name: 'Platform calls' });
      await expect(agent.field('Corporate email')).toBeVisible();
      await calls.getByRole('button', { name: 'Calls' }).click();
      await expect(calls.getByText('GET /rest/api/3/mypermissions').first()).toBeVisible();
      await agent.sendsBySms('ada.lovelace@example.com', '+1 415 555 0123');
      await expect(calls.getByText('request-new')).toBeVisible();
      expect(await complaints(agent.page)).toEqual([]);
      const overflow = await agent.page.evaluate(() => document.documentElement.scrollWidth);
      expect(overflow).toBe(width);
      await calls.getByRole('button', { name: 'Hide platform calls' }).click();
      await expect(calls.getByText('request-new')).toBeHidden();
    });

    for (const path of ['/', '/phone', '/incode/dashboard']) {
      test(`axe finds nothing on ${path}`, async ({ context, site }) => {
        await linkGoesOut({ context, site });
        const page = await openPage(context);
        await page.goto(`${site.url}${path}`);
        await page.getByRole('heading', { level: 1 }).waitFor();
        expect(await complaints(page)).toEqual([]);
      });
    }
  });
}

test('where nothing is to move, colors change at once', async ({ context, site }) => {
  const agent = await Agent.opens(context, site, 'HELP-1');
  await expect(agent.field('Corporate email')).toBeVisible();
  const moving = await agent.page.evaluate(() => {
    document.documentElement.dataset['colorMode'] = 'dark';
    return document.getAnimations().filter((each) => each instanceof CSSTransition).length;
  });
  expect(moving).toBe(0);
});

test('what Incode does can be switched on its dashboard', async ({ context, site }) => {
  const agent = await Agent.opens(context, site, 'HELP-1');
  const page = await openPage(context);
  await page.goto(`${site.url}/incode/dashboard#behaviour`);
  await page.getByLabel('Send each webhook twice').check();
  await page.getByLabel('loginHint is').selectOption('in capitals');
  await page.getByLabel('Life of an access token').fill('60');
  await page.getByLabel('Life of an access token').press('Enter');
  await page.getByLabel('Change the identity of').selectOption('Ada Lovelace');
  await expect(page.getByLabel('ada.lovelace@example.com')).toBeChecked();
  await expect.poll(() => site.incode.switches.tokenLifetime).toBe(60);
  expect(site.incode.switches).toMatchObject({ doubleDeliveries: true, loginHint: 'in capitals' });

  await agent.sendsBySms('ada.lovelace@example.com', '+1 415 555 0123');
  const employee = await Employee.takesPhone(context, site);
  await employee.opensLink();
  await employee.taps('Pass');
  await agent.sees('✅ Verification passed');
  expect(agent.comments('HELP-1')).toHaveLength(1);
  await expect(page.getByRole('table').filter({ hasText: 'Attempts' }).getByText('delivered')).toHaveCount(4);
});

test('what the platform refuses is said where it happens', async ({ context, site }) => {
  const agent = await Agent.opens(context, site, 'HELP-1');
  await expect(agent.field('Corporate email')).toBeVisible();
  await agent.page.route('**/site/invoke', (route) =>
    route.fulfill({ json: { error: { message: 'The function ran out of time.' } } }),
  );
  await agent.sendsBySms('ada.lovelace@example.com', '+1 415 555 0123');
  await expect(
    agent.page.getByText('The platform answered this app with an error: The function ran out of time.'),
  ).toBeVisible();
});

test('a panel that is hidden is added to one request, for everybody who opens it', async ({
  context,
  site,
}) => {
  site.forge.switches.panelsAreHidden = true;
  const agent = await Agent.opens(context, site, 'HELP-1');
  await agent.page.getByRole('button', { name: 'Add Incode Identity Verification' }).click();
  await expect(agent.field('Corporate email')).toBeVisible();
  const colleague = await Agent.opens(context, site, 'HELP-1', 'agent2');
  await expect(colleague.field('Corporate email')).toBeVisible();
  await colleague.page.goto(`${site.url}/browse/HELP-2?as=agent2`);
  await colleague.page.getByRole('button', { name: 'Add Incode Identity Verification' }).waitFor();
  await expect(colleague.panel()).toBeHidden();
});

test('customers without a login have their names, and only accounts that are gone are former users', async ({
  context,
  site,
}) => {
  const agent = await Agent.opens(context, site, 'HELP-1');
  await expect(agent.field('Corporate email')).toBeVisible();
  const grace = site.jira.people().find(({ displayName }) => displayName === 'Grace Hopper');
  await draws(agent.page, [
    { type: 'User', key: 'grace', props: { accountId: grace?.accountId }, children: [] },
    { type: 'User', key: 'gone', props: { accountId: 'an account that is gone' }, children: [] },
  ]);
  await expect(agent.panel().locator('.user')).toHaveText(['Grace Hopper', 'Former user']);
});

test.describe('an app that draws what UI Kit never does', () => {
  test.use({ expectedErrors: [/Cannot read properties|The above error occurred|not iterable/] });

  test('loses its own drawing only, until it draws again', async ({ context, site }) => {
    const agent = await Agent.opens(context, site, 'HELP-1');
    await expect(agent.field('Corporate email')).toBeVisible();
    await draws(agent.page, [{ type: 'Text', key: 'text' }]);
    await agent.sees('Incode Identity Verification has run into an error');
    await expect(agent.sideBar().getByText('Not verified')).toBeVisible();
    await site.clock.advance(10 * 60_000);
    await expect(agent.field('Corporate email')).toBeVisible();
  });
});
