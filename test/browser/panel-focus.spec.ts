import { expect, test } from './fixtures';
import { ada, adasPhone, sends } from './panel-stage';
import { Agent, Incode } from './people';

test('opening a request leaves the focus where it is', async ({ context, site }) => {
  const agent = await sends({ context, site });
  await agent.isAtRest();
  await expect(agent.page.locator('body')).toBeFocused();
});

for (const [how, send] of [
  ['Enter in a field', (agent: Agent) => agent.field('Phone number').press('Enter')],
  ['a click on the button', (agent: Agent) => agent.clicksSend()],
] as const) {
  test(`after sending by ${how} the focus is on the next button`, async ({ context, site }) => {
    const agent = await Agent.opens(context, site, 'HELP-1');
    await agent.field('Phone number').fill(adasPhone);
    await send(agent);
    await agent.sees('Link sent');
    await expect(agent.button('Send a new link')).toBeFocused();
  });
}

test('after a refusal the focus is still on the button', async ({ context, site }) => {
  const agent = await Agent.opens(context, site, 'HELP-1');
  await agent.sendsBySms('alan.turing@example.com', adasPhone);
  await agent.sees('Error sending verification');
  await expect(agent.button('Send verification link')).toBeFocused();
});

test('after Cancel the focus is on the button that opened the form', async ({ context, site }) => {
  const agent = await sends({ context, site });
  await agent.clicks('Send a new link');
  await expect(agent.field('Phone number')).toBeFocused();
  await agent.clicks('Cancel');
  await expect(agent.button('Send a new link')).toBeFocused();
});

test('when a result closes the form, the focus goes on to the next button', async ({ context, site }) => {
  const agent = await sends({ context, site });
  await agent.clicks('Send a new link');
  await expect(agent.field('Phone number')).toBeFocused();
  await new Incode(site).tells('SESSION_SUCCEEDED');
  await agent.sees('✅ Verification passed');
  await expect(agent.button('Verify again')).toBeFocused();
});

test('when a result closes the form, whoever writes a comment goes on writing it', async ({
  context,
  site,
}) => {
  const agent = await sends({ context, site });
  await agent.clicks('Send a new link');
  await expect(agent.field('Phone number')).toBeFocused();
  const elsewhere = agent.page.getByRole('button', { name: 'Viewing as' });
  await elsewhere.focus();
  await new Incode(site).tells('SESSION_SUCCEEDED');
  await agent.sees('✅ Verification passed');
  await expect(elsewhere).toBeFocused();
});

test('after taking the reporter’s address the focus is in its field', async ({ context, site }) => {
  const agent = await Agent.opens(context, site, 'HELP-1');
  await agent.field('Corporate email').fill('grace.hopper@example.com');
  await agent.clicks('Use the reporter’s address');
  await expect(agent.field('Corporate email')).toHaveValue(ada);
  await expect(agent.field('Corporate email')).toBeFocused();
});
