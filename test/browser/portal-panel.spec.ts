import { textsOf } from '../support/translations';
import { complaints } from './complaints';
import { englishIn } from './english-in';
import { cutOff, narrow } from './cut-off';
import { expect, test } from './fixtures';
import { employeeOpens, linkGoesOut } from './panel-stage';
import { Agent, Customer, typesAndPresses } from './people';

const quiet = 'There’s no identity check for you on this request.';
const objection = 'I did not ask for this';
/** Enough for the slowest asking. */
const ROUND_MS = 60_000;

test('employee and agent tell each other a code, the employee objects, and the agent’s panel says so', async ({
  context,
  site,
}) => {
  const ada = await Customer.opens(context, site, 'HELP-1');
  await ada.reads(quiet);
  const agent = await Agent.opens(context, site, 'HELP-1');
  await agent.sendsBySms('ada.lovelace@example.com', '+1 415 555 0123');
  await agent.sees('Link sent');

  await site.clock.advance(ROUND_MS);
  await ada.reads(
    /^Avery Agent asked for this check/,
    'The link went by SMS to +1 ••• 0123',
    'Demo: Verify your identity',
    /^The link expires in \d:\d\d\.$/,
  );
  const { first, last } = await ada.code();
  const digits = agent.field('What the caller reads');
  await digits.fill('12');
  await agent.clicks('Check');
  const fault = agent.panel().getByText('Enter the first three digits of the code.');
  await expect(fault).toBeVisible();
  await digits.fill('1');
  await expect(fault).toBeHidden();
  await typesAndPresses(digits, first, agent.button('Check'));
  await agent.sees(`Answer: ${last}`);
  await employeeOpens(site);
  await site.clock.advance(ROUND_MS);
  await ada.reads(
    'You opened the link',
    /^The agent entered the first three at .*\. They must answer \d{3}\.$/,
  );

  const dialog = ada.page.getByRole('dialog');
  await ada.panel().getByRole('button', { name: objection }).click();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
  await ada.panel().getByRole('button', { name: objection }).click();
  site.faults.add({ target: 'invocation', match: 'identity-verification-portal', killBefore: 1 });
  await dialog.getByRole('button', { name: objection }).click();
  await expect(dialog.getByText('The help desk wasn’t told.')).toBeVisible();
  site.faults.clear();
  await dialog.getByRole('button', { name: objection }).click();
  await expect(dialog).toBeHidden();
  await ada.reads('You told the help desk that you did not ask for this', 'You told them just now');
  await expect(ada.panel().getByText('Code for your call')).toBeHidden();
  await expect(ada.panel().getByRole('button')).toBeHidden();
  await agent.sees('⚠️ The employee objected');
  await expect(agent.panel().getByText(/^Objected (just now|1 minute ago)$/)).toBeVisible();
  await agent.sees('Someone may be impersonating ada.lovelace@example.com (Ada Lovelace)');
});

test('whoever else may open the request reads the same as where there is nothing', async ({
  context,
  site,
}) => {
  await linkGoesOut({ context, site });
  for (const as of ['customer2', 'agent']) {
    const other = await Customer.opens(context, site, 'HELP-1', { as });
    await other.reads(quiet);
    await expect(other.panel()).toHaveText(`Identity verification${quiet}`);
  }
  const grace = await Customer.opens(context, site, 'HELP-2', { as: 'customer2' });
  await expect(grace.panel()).toHaveText(`Identity verification${quiet}`);
});

test('what cannot be read is said, and read when one tries again', async ({ context, site }) => {
  await linkGoesOut({ context, site });
  site.faults.add({ target: 'jira', status: 503 });
  const ada = await Customer.opens(context, site, 'HELP-1');
  await ada.reads('The verification can’t be shown', 'Something went wrong. Try again in a moment.');
  site.faults.clear();
  await ada.panel().getByRole('button', { name: 'Try again' }).click();
  await ada.reads('Verify your identity');

  site.faults.add({ target: 'jira', status: 503 });
  // One answer that is lost is not worth a word.
  await expect(async () => {
    await site.clock.advance(ROUND_MS);
    await ada.reads('What you see may be out of date');
  }).toPass();
  await ada.reads('Verify your identity');
});

test('a link ends at its second, and its code with it', async ({ context, site }) => {
  await linkGoesOut({ context, site });
  const ada = await Customer.opens(context, site, 'HELP-1');
  await ada.reads('Code for your call');
  site.faults.add({ target: 'invocation', match: 'identity-verification-portal', killBefore: 1 });
  await site.clock.advance(10 * ROUND_MS);
  await ada.reads('The link no longer works');
  await expect(ada.panel().getByText('Code for your call')).toBeHidden();
});

for (const [locale, colorScheme] of [
  ['de-DE', 'light'],
  ['ja-JP', 'dark'],
] as const) {
  test.describe(`in ${locale} at 360 px`, () => {
    test.use({ colorScheme, viewport: narrow });

    test('there is no English, nothing sticks out, and axe finds nothing', async ({ context, site }) => {
      await linkGoesOut({ context, site });
      const ada = await Customer.opens(context, site, 'HELP-1', { locale });
      const own = textsOf(locale);
      await ada.reads(own['portal.code.title'] ?? '');
      const shown = { own, isShown: (key: string) => /^(portal|module\.portal|time)\./.test(key) };
      expect(await englishIn([ada.panel()], shown)).toEqual([]);
      expect(await complaints(ada.page)).toEqual([]);
      expect(await ada.page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      expect(await cutOff(ada.page)).toEqual([]);
      await ada
        .panel()
        .getByRole('button', { name: own['portal.object.action'] ?? '' })
        .click();
      const dialog = ada.page.getByRole('dialog');
      await expect(dialog).toBeVisible();
      expect(await englishIn([dialog], shown)).toEqual([]);
      expect(await cutOff(ada.page)).toEqual([]);
      expect(await complaints(ada.page)).toEqual([]);
    });
  });
}
