import { expect } from './fixtures';
import {
  MINUTE,
  ada,
  adasPhone,
  completes,
  employeeOpens,
  fails,
  linkGoesOut,
  opens,
  passes,
  sends,
  sets,
  tellsAndSees,
} from './panel-stage';
import { Incode } from './people';
import type { PanelState } from './panel-stage';

/** Every state of the panel, but for an app that is not set up. */
export const panelStates: PanelState[] = [
  {
    name: 'form',
    arrange: async (stage) => {
      const agent = await opens(stage);
      await expect(agent.field('Corporate email')).toHaveValue(ada);
      return agent;
    },
  },
  {
    name: 'form-email',
    arrange: async (stage) => {
      const agent = await opens(stage);
      await agent.field('Corporate email').fill('grace.hopper@example.com');
      await agent.page.getByLabel('Email', { exact: true }).check();
      await expect(agent.button('Send to another address')).toBeVisible();
      return agent;
    },
  },
  {
    name: 'wrong-number',
    arrange: async (stage) => {
      const agent = await opens(stage);
      await agent.sendsBySms(ada, '555');
      await expect(agent.panel().getByText('Enter a phone number with +')).toBeVisible();
      return agent;
    },
  },
  { name: 'sent', arrange: sends },
  {
    name: 'opened',
    arrange: async (stage) => {
      await linkGoesOut(stage);
      await employeeOpens(stage.site);
      const agent = await opens(stage);
      await agent.sees('Link opened');
      return agent;
    },
  },
  {
    name: 'new-link',
    arrange: async (stage) => {
      const agent = await sends(stage);
      await agent.clicks('Send a new link');
      await expect(agent.field('Phone number')).toBeVisible();
      return agent;
    },
  },
  { name: 'passed', arrange: passes },
  {
    name: 'passed-earlier',
    arrange: async (stage) => {
      const agent = await passes(stage);
      await stage.site.clock.advance(61 * MINUTE);
      await agent.sees('Passed earlier, verify again');
      return agent;
    },
  },
  { name: 'failed', arrange: (stage) => completes(stage, 'fail', '❌ Verification failed') },
  { name: 'review', arrange: (stage) => completes(stage, 'review', '⚠️ Manual review required') },
  {
    name: 'expired',
    arrange: async (stage) => {
      const agent = await sends(stage);
      await stage.site.clock.advance(10 * MINUTE);
      await agent.sees('Link expired');
      return agent;
    },
  },
  {
    name: 'no-result',
    arrange: async (stage) => {
      const agent = await sends(stage);
      await new Incode(stage.site).tells('SESSION_STARTED');
      await agent.sees('Link opened');
      await stage.site.clock.advance(44 * MINUTE);
      await agent.sees('No result received');
      return agent;
    },
  },
  {
    name: 'conflicting',
    arrange: async (stage) =>
      tellsAndSees(stage, await passes(stage), ['SESSION_FAILED'], '⚠️ Conflicting results'),
  },
  {
    name: 'different-person',
    arrange: async (stage) => {
      const agent = await sends(stage);
      const told = { loginHint: 'grace.hopper@example.com' };
      return tellsAndSees(stage, agent, ['SESSION_SUCCEEDED', told], '⚠️ Different person');
    },
  },
  {
    name: 'identity-changed',
    arrange: async (stage) => {
      const agent = await sends(stage);
      await new Incode(stage.site).tells('SESSION_SUCCEEDED', { identityId: 'one-identity' });
      await agent.sees('✅ Verification passed');
      await agent.clicks('Verify again');
      await agent.field('Phone number').fill(adasPhone);
      await agent.clicksSend();
      await agent.sees('Link sent');
      const told = { identityId: 'another-identity' };
      return tellsAndSees(stage, agent, ['SESSION_SUCCEEDED', told], '⚠️ Manual review required');
    },
  },
  {
    name: 'form-reason',
    arrange: async (stage) => {
      await sets(stage.site, { typedDestinations: 'with-reason' });
      const agent = await opens(stage);
      await agent.field('Phone number').fill(adasPhone);
      await agent.clicksSend();
      await expect(agent.panel().getByText('Enter Reason for this number or address.')).toBeVisible();
      await agent.field('Reason').fill('Locked out of the mailbox');
      await expect(agent.panel().getByText('Enter Reason for this number or address.')).toBeHidden();
      return agent;
    },
  },
  {
    name: 'form-corporate-only',
    arrange: async (stage) => {
      await sets(stage.site, { typedDestinations: 'not-allowed' });
      const agent = await opens(stage);
      await expect(agent.panel().getByText('The link will go to the corporate email')).toBeVisible();
      await expect(agent.field('Phone number')).toBeHidden();
      return agent;
    },
  },
  {
    name: 'limit-reached',
    arrange: async (stage) => {
      const limits = { perTicket: 10, perEmployee: 1, perAgent: 100, coolDownSeconds: 0 };
      await sets(stage.site, { limits });
      const agent = await sends(stage);
      await agent.clicks('Send a new link');
      await agent.field('Phone number').fill(adasPhone);
      await agent.clicksSend();
      await agent.sees('Error sending verification');
      await expect(agent.panel().getByText('has reached the limit of 1 link in 24 hours')).toBeVisible();
      return agent;
    },
  },
  {
    name: 'older-link-completed',
    arrange: async (stage) => {
      const agent = await sends(stage);
      const older = { interviewId: stage.site.incode.state().sessions.at(-1)?.interviewId };
      await agent.clicks('Send a new link');
      await agent.field('Phone number').fill(adasPhone);
      await agent.clicksSend();
      await expect(agent.panel().getByText('Replace the link?')).toBeHidden();
      await new Incode(stage.site).tells('SESSION_SUCCEEDED', older);
      await stage.site.clock.advance(MINUTE);
      await agent.sees('The older link was completed');
      return agent;
    },
  },
  {
    name: 'not-enrolled',
    arrange: (stage) => fails(stage, 'alan.turing@example.com', 'Incode doesn’t know this employee'),
  },
  {
    name: 'credentials-rejected',
    arrange: async (stage) => {
      await fetch(`${stage.site.url}/incode/dashboard/integrations/demo/client-secret`, { method: 'POST' });
      return fails(stage, ada, 'Incode didn’t accept the app’s credentials');
    },
  },
  {
    name: 'in-doubt',
    arrange: async (stage) => {
      const agent = await opens(stage);
      stage.site.faults.add({ target: 'egress', match: 'request-new', drop: true, times: 1 });
      await agent.sendsBySms(ada, adasPhone);
      await agent.sees('It’s not certain whether a link was sent');
      return agent;
    },
  },
  {
    name: 'out-of-date',
    arrange: async (stage) => {
      const agent = await sends(stage);
      stage.site.faults.add({ target: 'jira', status: 503 });
      await stage.site.clock.advance(MINUTE);
      await agent.sees('What you see may be out of date', 15_000);
      return agent;
    },
  },
  {
    name: 'not-permitted',
    arrange: async (stage) => {
      const member = await opens(stage, 'member');
      await member.sees('The verification can’t be shown');
      return member;
    },
  },
  {
    name: 'not-permitted-admin',
    arrange: async (stage) => {
      const admin = await opens(stage, 'admin');
      await expect(admin.panel().getByRole('button', { name: 'Open the settings' })).toBeVisible();
      return admin;
    },
  },
  {
    name: 'history',
    arrange: async (stage) => {
      const agent = await passes(stage);
      await stage.site.clock.advance(5 * MINUTE);
      await agent.clicks('Verify again');
      await agent.sendsByEmail('grace.hopper@example.com');
      await agent.sees('Link sent');
      await agent.clicks('Show history');
      await agent.panel().getByRole('button', { name: 'Show timeline' }).last().click();
      await expect(agent.panel().getByText(/^Session ID: /)).toBeVisible();
      return agent;
    },
  },
];
