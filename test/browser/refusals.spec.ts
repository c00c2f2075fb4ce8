import { expect, test } from './fixtures';
import { Agent } from './people';

test('an employee whom Incode does not know: a clear message, and what was typed stays', async ({
  context,
  site,
}) => {
  const agent = await Agent.opens(context, site, 'HELP-1');
  await agent.sendsBySms('nobody@example.com', '+1 415 555 0199');
  await agent.sees('Error sending verification');
  await expect(agent.page.getByText('Incode doesn’t know this employee')).toBeVisible();
  await expect(agent.field('Corporate email')).toHaveValue('nobody@example.com');
  await expect(agent.field('Phone number')).toHaveValue('+1 415 555 0199');
});

test('Incode down: a clear message, and the older link stays alive', async ({ context, site }) => {
  const agent = await Agent.opens(context, site, 'HELP-1');
  await agent.sendsBySms('ada.lovelace@example.com', '+1 415 555 0123');
  await agent.sees('Link sent');
  site.faults.add({ target: 'egress', match: 'request-new', status: 503 });
  await agent.page.getByRole('button', { name: 'Send a new link' }).click();
  await agent.sendsBySms('ada.lovelace@example.com', '+1 415 555 0123');
  await agent.sees('Error sending verification');
  await expect(agent.page.getByText('Incode can’t be reached. No link was sent.')).toBeVisible();
  await expect(agent.panel().getByText('Sent (DEMO)')).toBeVisible();
  await expect(agent.field('Phone number')).toHaveValue('+1 415 555 0123');
});

test('wrong credentials: the agent is told whom to ask', async ({ context, site }) => {
  const agent = await Agent.opens(context, site, 'HELP-1');
  await expect(agent.field('Corporate email')).toBeVisible();
  const generated = await fetch(`${site.url}/incode/dashboard/integrations/demo/client-secret`, {
    method: 'POST',
  });
  expect(generated.ok).toBe(true);
  await agent.sendsBySms('ada.lovelace@example.com', '+1 415 555 0123');
  await agent.sees('Error sending verification');
  await expect(agent.page.getByText('Incode didn’t accept the app’s credentials')).toBeVisible();
});

test('an answer of Incode’s that is lost: the doubt is shown as doubt, and a new link can be sent', async ({
  context,
  site,
}) => {
  const agent = await Agent.opens(context, site, 'HELP-1');
  site.faults.add({ target: 'egress', match: 'request-new', drop: true, times: 1 });
  await agent.sendsBySms('ada.lovelace@example.com', '+1 415 555 0123');
  await agent.sees('It’s not certain whether a link was sent');
  await agent.clicksSend();
  await agent.sees('Link sent');
});

test('a link that is out from another request is named to an agent who may see that request', async ({
  context,
  site,
}) => {
  const one = await Agent.opens(context, site, 'HELP-1');
  await one.sendsBySms('ada.lovelace@example.com', '+1 415 555 0123');
  await one.sees('Link sent');
  const other = await Agent.opens(context, site, 'HELP-2');
  await other.sendsBySms('ada.lovelace@example.com', '+1 415 555 0123');
  await expect(other.page.getByText(/active link from HELP-1. It expires in (9|10) min/)).toBeVisible();
});

test('a wrong number is said beside its field, before anything is sent', async ({ context, site }) => {
  const agent = await Agent.opens(context, site, 'HELP-1');
  await agent.sendsBySms('ada.lovelace@example.com', '555 0123');
  await expect(agent.page.getByText('Enter a phone number with +')).toBeVisible();
  await agent.field('Phone number').fill('+1 555 0000');
  await agent.clicksSend();
  await expect(agent.page.getByText('Enter a phone number with +')).toBeVisible();
  expect(site.incode.state().sessions).toEqual([]);
});

test('a member who is no agent is told that only agents verify', async ({ context, site }) => {
  const member = await Agent.opens(context, site, 'HELP-1', 'member');
  await expect(member.page.getByText('you need to be an agent')).toBeVisible();
});

test('a number that looks as if nobody had it is questioned, and sent to once the agent stands by it', async ({
  context,
  site,
}) => {
  const agent = await Agent.opens(context, site, 'HELP-1');
  await agent.sendsBySms('ada.lovelace@example.com', '\u202D+1 555 555 0123\u202C');
  await expect(agent.page.getByText('This doesn’t look like a number in use.')).toBeVisible();
  await agent.page.getByLabel('The number is right. Send the link.').check();
  await agent.clicksSend();
  await agent.sees('Link sent');
});
