import { expect, test } from './fixtures';
import { sets } from './panel-stage';
import { Agent } from './people';

const read = '+1 415 555 0123 · United States';

test('a number without its country is read as one of the settings’ country, and shown before it is sent to', async ({
  context,
  site,
}) => {
  await sets(site, { defaultCountry: 'US' });
  const agent = await Agent.opens(context, site, 'HELP-1');
  await expect(agent.panel().getByText('Numbers without a country code: United States')).toBeVisible();
  await agent.field('Phone number').fill('415 555 0123');
  await expect(agent.panel().getByText(read)).toBeVisible();
  expect(site.incode.state().messages).toEqual([]);
  await agent.clicksSend();
  await agent.sees('Link sent');
  expect(site.incode.state().messages.map(({ to }) => to)).toEqual(['+14155550123']);
});

test('a number in full is shown as it is read, too, and no longer once it is changed', async ({
  context,
  site,
}) => {
  const agent = await Agent.opens(context, site, 'HELP-1');
  await agent.field('Phone number').fill('0014155550123');
  await expect(agent.panel().getByText(read)).toBeVisible();
  await agent.field('Phone number').fill('001415555012');
  await expect(agent.panel().getByText(read)).toBeHidden();
  await expect(agent.panel().getByText('With country code, such as')).toBeVisible();
});

test('a number is asked about when the typing pauses, not with every key', async ({ context, site }) => {
  const agent = await Agent.opens(context, site, 'HELP-1');
  await agent.field('Phone number').pressSequentially('+14155550123', { delay: 20 });
  await expect(agent.panel().getByText(read)).toBeVisible();
  const asked = site.journal.calls.filter(({ module }) => module === 'identity-verification');
  // One invocation opened the panel. From the seventh digit on it could be a number.
  expect(new Set(asked.map(({ invocation }) => invocation)).size).toBeLessThan(1 + 5);
});

test('without a country in the settings a number needs its own', async ({ context, site }) => {
  const agent = await Agent.opens(context, site, 'HELP-1');
  await agent.sendsBySms('ada.lovelace@example.com', '415 555 0123');
  await expect(agent.page.getByText('Enter a phone number with +')).toBeVisible();
  expect(site.incode.state().sessions).toEqual([]);
});
