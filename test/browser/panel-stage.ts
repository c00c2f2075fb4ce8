import { expect } from './fixtures';
import { Agent, Employee, Incode } from './people';
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

export async function sends(stage: Stage): Promise<Agent> {
  const agent = await opens(stage);
  await agent.sendsBySms(ada, adasPhone);
  await agent.sees('Link sent');
  return agent;
}

export async function completes(stage: Stage, button: 'Pass' | 'Fail' | 'Needs review', title: string) {
  const agent = await sends(stage);
  const employee = await Employee.takesPhone(stage.context, stage.site);
  await employee.opensLink();
  await employee.taps(button);
  await agent.sees(title);
  await expect(agent.panel().getByText('Comment: added to the request.')).toBeVisible();
  await expect(agent.panel().getByText('Status: changed as configured.')).toBeVisible();
  await employee.page.close();
  return agent;
}

export const passes = (stage: Stage) => completes(stage, 'Pass', '✅ Verification passed');

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
  await expect(agent.panel().getByText('Comment: added to the request.')).toBeVisible();
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
