import { expect } from './fixtures';
import { Agent, Incode } from './people';
import type { Site } from 'local-site/site';
import type { BrowserContext } from '@playwright/test';

export interface Stage {
  context: BrowserContext;
  site: Site;
}

/** A state of the panel by the name of its picture, and how it comes about. */
export interface PanelState {
  name: string;
  arrange: (stage: Stage) => Promise<Agent>;
}

export const MINUTE = 60_000;
export const ada = 'ada.lovelace@example.com';
export const adasPhone = '+1 415 555 0123';

export async function opens({ context, site }: Stage, as = 'agent'): Promise<Agent> {
  return Agent.opens(context, site, 'HELP-1', as);
}

async function post(url: string, body: object): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  expect(answer.ok).toBe(true);
  const text = await answer.text();
  return text === '' ? undefined : JSON.parse(text);
}

/** Has the app send Ada a link, as the panel would. */
export async function linkGoesOut({ site }: Stage): Promise<void> {
  const place = { module: 'identity-verification', as: 'agent', issue: 'HELP-1' };
  const payload = { email: ada, method: 'sms', phone: adasPhone };
  const answer = await post(`${site.url}/site/invoke`, { ...place, functionKey: 'sendLink', payload });
  expect(answer).toMatchObject({ value: { ok: true } });
}

/** A panel whose link was sent before it was opened. */
export async function sends(stage: Stage): Promise<Agent> {
  await linkGoesOut(stage);
  const agent = await opens(stage);
  await agent.sees('Link sent');
  return agent;
}

type Outcome = 'pass' | 'fail' | 'review';

const newestLink = (site: Site): string => site.incode.state().messages.at(-1)?.link ?? '';

/** The employee opens the newest link, somewhere out of sight. */
export async function employeeOpens(site: Site): Promise<void> {
  await post(`${newestLink(site)}/open`, {});
}

/** The employee, who has opened the newest link, comes to the end of the face check. */
export async function employeeFinishes(site: Site, outcome: Outcome): Promise<void> {
  await post(`${newestLink(site)}/finish`, { outcome });
}

/** The employee does the whole face check of the newest link, somewhere out of sight. */
export async function employeeDoesCheck(site: Site, outcome: Outcome): Promise<void> {
  await employeeOpens(site);
  await employeeFinishes(site, outcome);
}

/** The panel of HELP-1 after Ada has done the check whose link came from there. */
async function opensAfterCheck(stage: Stage, outcome: Outcome): Promise<Agent> {
  await linkGoesOut(stage);
  await employeeDoesCheck(stage.site, outcome);
  return opens(stage);
}

export const adaPasses = (stage: Stage) => opensAfterCheck(stage, 'pass');

/** A panel that is opened when all has been done. */
export async function completes(stage: Stage, outcome: Outcome, title: string) {
  const agent = await opensAfterCheck(stage, outcome);
  await agent.sees(title);
  await agent.readsInDetails('Comment added to the request.', /Status changed to /);
  return agent;
}

export const passes = (stage: Stage) => completes(stage, 'pass', '✅ Verification passed');

export async function fails(stage: Stage, email: string, sentence: string): Promise<Agent> {
  const agent = await opens(stage);
  await agent.sendsBySms(email, adasPhone);
  await agent.sees('Error sending verification');
  await expect(agent.panel().getByText(sentence)).toBeVisible();
  return agent;
}

export async function tellsAndSees(stage: Stage, agent: Agent, told: [string, object?], title: string) {
  await new Incode(stage.site).tells(...told);
  await agent.sees(title);
  await agent.readsInDetails('Comment added to the request.');
  return agent;
}

/** Changes the app's settings as an administrator would. */
export async function sets(site: Site, changes: object): Promise<void> {
  const call = async (functionKey: string, payload: object) => {
    const body = JSON.stringify({ module: 'settings', as: 'admin', functionKey, payload });
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${site.url}/site/invoke`, { method: 'POST', headers, body });
    return ((await answer.json()) as { value: { ok: boolean; data: object } }).value;
  };
  const { data } = await call('openSettings', {});
  const typed = { apiKey: '', clientId: '', clientSecret: '' };
  expect(await call('saveSettings', { ...data, ...typed, ...changes })).toMatchObject({ ok: true });
}

/** Has an administrator save the credentials of one of Incode's environments. */
export async function connects(site: Site, environment: 'demo' | 'production'): Promise<void> {
  const dashboard = `${site.url}/incode/dashboard`;
  const { integrations } = (await (await fetch(`${dashboard}/data`)).json()) as {
    integrations: Record<typeof environment, object>;
  };
  const secret = (await post(`${dashboard}/integrations/${environment}/client-secret`, {})) as object;
  await sets(site, { ...integrations[environment], ...secret, environment });
}
