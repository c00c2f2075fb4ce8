import { translated } from '../support/translations';
import { complaints } from './complaints';
import { cutOff, narrow } from './cut-off';
import { expect, test } from './fixtures';
import { openPage } from './kept-contexts';
import { Agent } from './people';
import { LocalizedAgent } from './localized-agent';
import { employeeDoesCheck, linkGoesOut } from './panel-stage';

test('the local site shows an app in the language of its menu, on every page that one goes to', async ({
  context,
  noticeboardSite: site,
}) => {
  const page = await openPage(context);
  await page.goto(`${site.url}/browse/HELP-1?as=agent`);
  const english = page.getByRole('region', { name: 'Notices' });
  await english.getByText('Notices on HELP-1').waitFor();

  await page.getByRole('button', { name: 'Language: American English' }).click();
  await page.getByRole('menuitem', { name: 'Deutsch' }).click();
  const german = page.getByRole('region', { name: 'Aushänge' });
  await german.getByText('Aushänge an HELP-1').waitFor();
  await expect(german).toHaveAttribute('lang', 'de-DE');

  await page.getByRole('button', { name: 'Viewing as' }).click();
  await page.getByRole('menuitem', { name: 'Morgan Member' }).click();
  await expect(page).toHaveURL(/as=member/);
  await german.getByText('Aushänge an HELP-1').waitFor();
});

for (const [locale, colorScheme] of [
  ['de-DE', 'light'],
  ['ja-JP', 'dark'],
] as const) {
  test.describe(`in ${locale}`, () => {
    test.use({ colorScheme });

    test('from sending to the pass there is no English, and axe finds nothing', async ({ context, site }) => {
      const agent = await LocalizedAgent.opens(context, site, locale);
      await expect(agent.page.getByRole('button', { name: agent.text('send.submit') })).toBeVisible();
      expect(await agent.english()).toEqual([]);
      expect(await complaints(agent.page)).toEqual([]);

      await agent.sendsToAda();
      await agent.sees('state.sent.title');
      expect(await agent.english()).toEqual([]);

      await employeeDoesCheck(site, 'pass');
      await agent.sees('state.passed.title');
      await agent
        .panel()
        .getByRole('button', { name: agent.text('details.show') })
        .click();
      const status = agent.text('ticketStatus.done', { status: 'In Progress' });
      await expect(agent.panel().getByText(status)).toBeVisible();
      expect(await complaints(agent.page)).toEqual([]);
      // In there stands a person's name, which may be English.
      await agent
        .panel()
        .getByRole('button', { name: agent.text('details.hide') })
        .click();
      await expect(agent.panel().getByText(status)).toBeHidden();
      await expect(agent.sideBar().getByText(agent.text('state.passed.short'))).toBeVisible();
      expect(await agent.english()).toEqual([]);
    });
  });
}

for (const locale of translated) {
  test(`at 360 px nothing sticks out in ${locale}`, async ({ context, site }) => {
    await linkGoesOut({ context, site });
    const agent = await LocalizedAgent.opens(context, site, locale);
    await agent.page.setViewportSize(narrow);
    await agent.sees('state.sent.title');
    expect(await cutOff(agent.page)).toEqual([]);
    await agent.page.getByRole('button', { name: agent.text('send.new') }).click();
    await agent.sees('replace.underWay.title');
    expect(await cutOff(agent.page)).toEqual([]);
    const width = await agent.page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(360);
  });
}

test('who speaks another language reads English, and dates in English', async ({ context, site }) => {
  const page = await openPage(context);
  await page.goto(`${site.url}/browse/HELP-1?as=agent&locale=pl-PL`);
  const agent = new Agent(page, site);
  await agent.sendsBySms('ada.lovelace@example.com', '+1 415 555 0123');
  await agent.sees('Link sent');
  await expect(agent.panel().getByText('Sent just now')).toBeVisible();
});

test.describe('where the texts cannot be loaded', () => {
  test.use({ expectedErrors: [/__LOCALES__/] });

  test('the panel says so, and shows all when they can', async ({ context, site }) => {
    await context.route('**/__LOCALES__/*', (route) => route.fulfill({ status: 503 }));
    const agent = await Agent.opens(context, site, 'HELP-1');
    await expect(agent.panel().getByText('The app’s texts can’t be loaded')).toBeVisible();
    await context.unroute('**/__LOCALES__/*');
    await agent.clicks('Try again');
    await expect(agent.field('Corporate email')).toHaveValue('ada.lovelace@example.com');
  });
});
