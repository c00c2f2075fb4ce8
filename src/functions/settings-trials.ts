import * as z from 'zod/mini';
import { recentlyMet } from '../assurance/met-validators';
import { checkWorkflow } from '../settings/check-workflow';
import { normalizeEmail } from '../verification/session/email-address';
import { decode, emailField, projectId } from './decode';
import { statusMapping } from './settings-form';
import { record, viewAfter } from './settings-changes';
import { readSurroundings } from './settings-view';
import type { Callers } from './access';
import type { SettingsView, WorkflowCheck } from '../contract/settings-page';
import type { App } from '../wiring/app';

const testLinkForm = z.object({ email: emailField });
const workflowForm = z.object({ projectId, transitions: statusMapping });

/** What tries the settings out, without any ticket. */
export const trials = {
  /**
   * A whole round trip to Incode: it takes API key and integration reference to be accepted. The session belongs to no
   * ticket, so its webhooks are those of an unknown session: kept for an hour, then dropped.
   */
  sendTestLink: async (
    app: App,
    { accountId }: Callers['administrator'],
    payload: unknown,
  ): Promise<SettingsView> => {
    const address = normalizeEmail(decode(testLinkForm, payload).email);
    const [stored, around, policy] = await Promise.all([
      app.settings.store.load(),
      readSurroundings(app),
      app.verification.policies.sending(),
    ]);
    await app.settings.testLinks.count(app.clock.now());
    const requestLink = await app.verification.links.signIn(policy);
    const { integrationReference, linkValidityMinutes } = policy;
    await requestLink({
      integrationReference,
      linkValidityMinutes,
      email: address,
      method: 'email',
      destination: address,
    });
    return viewAfter(app, stored, around, await record(app, accountId, { what: 'test-link-sent' }));
  },

  checkWorkflow: async (app: App, _: Callers['administrator'], payload: unknown): Promise<WorkflowCheck> => {
    const { projectId, transitions } = decode(workflowForm, payload);
    const [look, { validators }, { rules }] = await Promise.all([
      app.jira.workflows.look(projectId),
      app.assurance.metValidators.load(),
      app.assurance.policy(),
    ]);
    const guards = {
      met: recentlyMet(validators, app.clock.now()).filter((met) => met.projectId === projectId),
      hasRule: rules.some((rule) => rule.projectId === projectId),
    };
    return { projectId, outcomes: checkWorkflow(look, transitions, guards) };
  },
};
