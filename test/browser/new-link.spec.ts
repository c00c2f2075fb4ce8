import { expect, test } from './fixtures';
import { ada, adasPhone, sends } from './panel-stage';
import { Agent } from './people';

test('the number and the method stay for a new link, in this tab only', async ({ context, site }) => {
  const agent = await Agent.opens(context, site, 'HELP-1');
  await agent.sendsBySms(ada, adasPhone);
  await agent.sees('Link sent');
  await agent.clicks('Send a new link');
  await expect(agent.field('Phone number')).toHaveValue(adasPhone);
  // Nothing is missing.
  await expect(agent.button('Send verification link')).toBeFocused();
  await agent.clicksSend();
  await expect(agent.field('Phone number')).toBeHidden();
  expect(site.incode.state().messages.map(({ to }) => to)).toEqual(['+14155550123', '+14155550123']);

  await agent.page.reload();
  await agent.clicks('Send a new link');
  await expect(agent.field('Phone number')).toHaveValue('');
  await expect(agent.field('Phone number')).toBeFocused();
  const kept = await agent.page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));
  expect(kept.replace(/\D/g, '')).not.toContain('4155550123');
});

test('a number that was typed for one employee is not offered for another', async ({ context, site }) => {
  const one = await Agent.opens(context, site, 'HELP-1');
  const other = await Agent.opens(context, site, 'HELP-1', 'agent2');
  await one.sendsBySms(ada, adasPhone);
  await other.sees('Link sent');
  await other.clicks('Send a new link');
  await other.sendsBySms('grace.hopper@example.com', '+1 415 555 0199');
  await expect(one.panel().getByText('grace.hopper@example.com')).toBeVisible();
  await one.clicks('Send a new link');
  await expect(one.field('Corporate email')).toHaveValue('grace.hopper@example.com');
  await expect(one.field('Phone number')).toHaveValue('');
});

test('after a link by email the next one goes by email, to the same address', async ({ context, site }) => {
  const agent = await Agent.opens(context, site, 'HELP-1');
  await agent.sendsByEmail(ada, 'ada@home.example.com');
  await agent.sees('Link sent');
  await agent.clicks('Send a new link');
  await expect(agent.page.getByLabel('Email', { exact: true })).toBeChecked();
  await expect(agent.field('Send to another address')).toHaveValue('ada@home.example.com');
  await agent.clicks('Cancel');

  await agent.page.reload();
  await agent.clicks('Send a new link');
  await expect(agent.page.getByLabel('Email', { exact: true })).toBeChecked();
  await expect(agent.panel().getByText('The link will go to the corporate email.')).toBeVisible();
});

test('a form that is opened later names the request’s reporter of now', async ({ context, site }) => {
  const agent = await Agent.opens(context, site, 'HELP-1');
  await agent.sendsBySms(ada, adasPhone);
  await agent.sees('Link sent');
  const headers = { authorization: `Basic ${btoa('admin:admin')}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ fields: { reporter: { id: site.jira.accountId('customer2') } } });
  const request = new Request(`${site.url}/rest/api/3/issue/HELP-1`, { method: 'PUT', headers, body });
  expect((await site.fetch(request)).status).toBe(204);
  await agent.clicks('Send a new link');
  await expect(agent.panel().getByText('raised this request.')).toBeVisible();
});

test('another address is asked for where somebody wants one', async ({ context, site }) => {
  const agent = await Agent.opens(context, site, 'HELP-1');
  await agent.page.getByLabel('Email', { exact: true }).check();
  await expect(agent.field('Send to another address')).toBeHidden();
  await agent.clicks('Send to another address');
  await expect(agent.field('Send to another address')).toBeFocused();
});

test('a refusal goes as soon as what was refused is changed', async ({ context, site }) => {
  const agent = await Agent.opens(context, site, 'HELP-1');
  const refusal = agent.page.getByRole('heading', { name: 'Error sending verification' });
  await agent.sendsBySms('alan.turing@example.com', adasPhone);
  await expect(refusal).toBeVisible();
  await agent.field('Corporate email').fill(ada);
  await expect(refusal).toBeHidden();

  await agent.field('Corporate email').fill('alan.turing@example.com');
  await agent.clicksSend();
  await expect(refusal).toBeVisible();
  await agent.page.getByLabel('Email', { exact: true }).check();
  await expect(refusal).toBeHidden();
});

test('a field that is corrected is no longer wrong, before anything is sent', async ({ context, site }) => {
  const agent = await Agent.opens(context, site, 'HELP-1');
  await agent.sendsBySms('ada.lovelace', '');
  await expect(agent.panel().getByText('Enter an email address, such as')).toBeVisible();
  await expect(agent.panel().getByText('Enter Phone number.')).toBeVisible();
  await agent.field('Corporate email').pressSequentially('@');
  await expect(agent.panel().getByText('Enter an email address, such as')).toBeHidden();
  await agent.field('Phone number').pressSequentially('+');
  await expect(agent.panel().getByText('Enter Phone number.')).toBeHidden();
});

test('the delivery method is a group with a name', async ({ context, site }) => {
  const agent = await Agent.opens(context, site, 'HELP-1');
  const method = agent.panel().getByRole('radiogroup', { name: 'Delivery method' });
  await expect(method.getByRole('radio')).toHaveCount(2);
  await expect(method.getByRole('radio', { name: 'SMS' })).toBeChecked();
});

test('whoever changes the method stays there with the keyboard', async ({ context, site }) => {
  const agent = await sends({ context, site });
  await agent.clicks('Send a new link');
  await expect(agent.field('Phone number')).toBeFocused();
  await agent.page.getByLabel('SMS').focus();
  await agent.page.keyboard.press('ArrowDown');
  await expect(agent.button('Send to another address')).toBeVisible();
  await agent.page.keyboard.press('ArrowUp');
  await expect(agent.field('Phone number')).toBeVisible();
  await expect(agent.page.getByLabel('SMS')).toBeFocused();
});
