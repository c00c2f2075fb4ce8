import type { ScheduledSite } from 'local-site/scheduled-site';
import { GUARD } from '../support/guards';
import type { CodeTry, GateTry, Look, ObjectionTry, Rule, Send, Shown } from './facts';

const PORTAL = 'identity-verification-portal';
/** Who reported the requests, by their login. */
const REPORTERS: Partial<Record<string, string>> = { 'HELP-1': 'customer', 'HELP-2': 'customer2' };

interface Answered<T> {
  value?: { ok: true; data: T } | { ok: false; error: { code: string } };
}

interface Way {
  id: string;
  name: string;
  to: { name: string };
}

/** Without digits where they are no longer of use. */
interface PortalCode {
  first?: string;
  last: string;
}

interface Panel {
  attempt?: { state: string };
  verification?: Shown;
  history: { entries: Shown[]; cursor?: string };
}

/** What people do on the site, and what they see: through Jira's and Incode's pages and the app's own. */
export class SiteActions {
  private readonly site: ScheduledSite;

  constructor(site: ScheduledSite) {
    this.site = site;
  }

  /** Has an agent send a link; resolves when the agent's browser gets an answer, or none for certain. */
  async send(as: string, issue: string, email: string): Promise<Send> {
    const begunAt = this.site.clock.now();
    const payload = { email, method: 'sms', phone: '+14155550123' };
    const answer = await this.invoke<{ sessionId: string }>(as, issue, 'sendLink', payload);
    const sessionId = answer.value?.ok ? answer.value.data.sessionId : undefined;
    return { issue, email, begunAt, endedAt: this.site.clock.now(), sessionId };
  }

  /** Has an administrator make a new webhook secret; the one before stays accepted for a day. */
  async rotateSecret(): Promise<boolean> {
    const body = {
      module: 'settings',
      as: 'admin',
      functionKey: 'createWebhookSecret',
      payload: { keepReplacedHours: 24 },
    };
    return ((await this.post('/site/invoke', body)).json as Answered<unknown>).value?.ok === true;
  }

  /** Has an administrator make a rule for the requests that asks for the caller's code, and have employees told. */
  async makeRule(): Promise<Rule> {
    const page = (await this.onSettingsPage('openSettings')) as object;
    const passCountsMinutes = 30;
    const rule = {
      name: 'Access',
      projectId: '10000',
      requestTypes: ['11', '12'].map((id) => ({ id, name: id })),
      passCountsMinutes,
      about: 'reporter',
      needsCode: true,
    };
    const kept = { apiKey: '', clientId: '', clientSecret: '' };
    await this.onSettingsPage('saveSettings', { ...page, ...kept, rules: { 1: rule }, isEmployeeTold: true });
    return { passCountsMs: passCountsMinutes * 60_000 };
  }

  private async onSettingsPage(functionKey: string, payload: object = {}): Promise<unknown> {
    const body = { module: 'settings', as: 'admin', functionKey, payload };
    const { value } = (await this.post('/site/invoke', body)).json as Answered<unknown>;
    if (!value?.ok) throw new Error(`The settings page refused ${functionKey}: ${JSON.stringify(value)}`);
    return value.data;
  }

  /** Has a rule of Automation send a link to a request's reporter. */
  async sendByAutomation(as: string, issue: string, email: string): Promise<Send> {
    const begunAt = this.site.clock.now();
    const outputs = await this.act('send-verification-link', as, issue);
    const sessionId = outputs?.['sessionId'] as string | undefined;
    return { issue, email, begunAt, endedAt: this.site.clock.now(), sessionId, isByAutomation: true };
  }

  /** Has a rule of Automation ask how it stands with a request, which is as good as a try of the gate. */
  async look(as: string, issue: string): Promise<(Look & GateTry) | undefined> {
    const begunAt = this.site.clock.now();
    const outputs = await this.act('get-identity-verification', as, issue);
    if (!outputs) return undefined;
    const { state, sessionId, suffices } = outputs as Pick<Look, 'state' | 'sessionId'> & {
      suffices: boolean;
    };
    return { issue, begunAt, endedAt: this.site.clock.now(), state, sessionId, isOpen: suffices };
  }

  private async act(key: string, as: string, issueKey: string): Promise<Record<string, unknown> | undefined> {
    const { json } = await this.post(`/site/action/${key}`, { as, inputs: { issueKey } });
    return (json as { outputs?: Record<string, unknown> } | undefined)?.outputs;
  }

  /** Has the reporter read the code in the portal, and an agent check it, or other digits; `undefined` without a code. */
  async checkCode(issue: string, isRight: boolean): Promise<CodeTry | undefined> {
    const [code, sessionId] = await Promise.all([this.codeInPortal(issue), this.sessionInPanel(issue)]);
    if (code?.first === undefined || sessionId === undefined) return undefined;
    const begunAt = this.site.clock.now();
    const payload = { sessionId, digits: isRight ? code.first : otherThan(code.first) };
    const { value } = await this.invoke<CodeTry['answer']>('agent', issue, 'checkCode', payload);
    const answer = value?.ok ? value.data : undefined;
    return { issue, sessionId, begunAt, endedAt: this.site.clock.now(), isRight, answer, last: code.last };
  }

  private async codeInPortal(issue: string): Promise<PortalCode | undefined> {
    const as = REPORTERS[issue] ?? '';
    const { value } = await this.invoke<{ code?: PortalCode }>(as, issue, 'openPortal', {}, PORTAL);
    return value?.ok ? value.data.code : undefined;
  }

  private async sessionInPanel(issue: string): Promise<string | undefined> {
    const { value } = await this.invoke<Panel>('agent', issue, 'openPanel');
    return value?.ok ? value.data.verification?.sessionId : undefined;
  }

  /** Has an agent change a request's status by Jira's REST API; answers whether there was a way. */
  async move(issue: string, to: string): Promise<boolean> {
    const path = `/rest/api/3/issue/${issue}/transitions`;
    const way = (await this.ways(issue)).find(({ name, to: status }) => name !== GUARD && status.name === to);
    if (!way) return false;
    const fields = to === 'Resolved' ? { resolution: { name: 'Done' } } : {};
    await this.jira('POST', path, 'agent', { transition: { id: way.id }, fields });
    return true;
  }

  /** Has an agent make the guarded transition, which leads back to where the request is. */
  async triesGate(issue: string): Promise<GateTry> {
    const begunAt = this.site.clock.now();
    const way = (await this.ways(issue)).find(({ name }) => name === GUARD);
    const path = `/rest/api/3/issue/${issue}/transitions`;
    const { status } = await this.askJira('POST', path, 'agent', { transition: { id: way?.id ?? '' } });
    return { issue, begunAt, endedAt: this.site.clock.now(), isOpen: status === 204 };
  }

  /** Has the request's reporter say in the portal that they did not ask for the check. */
  async object(issue: string): Promise<ObjectionTry> {
    const begunAt = this.site.clock.now();
    const as = REPORTERS[issue] ?? '';
    const { value } = await this.invoke<{ standing?: string }>(as, issue, 'objectToVerification', {}, PORTAL);
    const isHeard = value?.ok === true && value.data.standing === 'objected';
    return { issue, begunAt, endedAt: this.site.clock.now(), isHeard };
  }

  private async ways(issue: string): Promise<Way[]> {
    const answer = await this.jira('GET', `/rest/api/3/issue/${issue}/transitions`, 'agent');
    return (answer as { transitions?: Way[] }).transitions ?? [];
  }

  /** The identity that Incode's dashboard shows of an employee, if it has one. */
  async identityOf(email: string): Promise<string | undefined> {
    const answer = await this.site.fetch(new Request(`${this.site.url}/incode/dashboard/data`));
    const { employees } = (await answer.json()) as { employees: { email: string; identityId?: string }[] };
    return employees.find((employee) => employee.email === email)?.identityId;
  }

  async deleteIssue(issue: string): Promise<void> {
    await this.jira('DELETE', `/rest/api/3/issue/${issue}`, 'admin');
  }

  private async jira(method: string, path: string, as: string, body?: object): Promise<unknown> {
    return (await this.askJira(method, path, as, body)).json;
  }

  private async askJira(method: string, path: string, as: string, body?: object) {
    const headers = {
      'content-type': 'application/json',
      authorization: `Basic ${Buffer.from(`${as}:${as}`).toString('base64')}`,
    };
    const init = { method, headers, ...(body && { body: JSON.stringify(body) }) };
    const response = await this.site.fetch(new Request(new URL(path, this.site.url), init));
    const text = await response.text();
    return { status: response.status, json: text === '' ? {} : (JSON.parse(text) as unknown) };
  }

  /** The panel with its whole history; `undefined` where it does not open. */
  async panel(issue: string) {
    const { value } = await this.site.scheduler.until(this.invoke<Panel>('agent', issue, 'openPanel'));
    if (!value?.ok) return undefined;
    const { attempt, verification, history } = value.data;
    const entries = [...history.entries];
    for (let { cursor } = history; cursor !== undefined;) {
      const page = this.invoke<Panel['history']>('agent', issue, 'openHistory', { cursor });
      const older = await this.site.scheduler.until(page);
      if (!older.value?.ok) return undefined;
      entries.push(...older.value.data.entries);
      ({ cursor } = older.value.data);
    }
    return { attempt: attempt?.state, current: verification, history: entries };
  }

  /** Posts JSON; answers the status and what came with it. */
  async post(path: string, body: unknown, headers: Record<string, string> = {}) {
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    };
    const response = await this.site.fetch(new Request(new URL(path, this.site.url), init));
    const text = await response.text();
    return { status: response.status, json: (text === '' ? undefined : JSON.parse(text)) as unknown };
  }

  private async invoke<T>(
    as: string,
    issue: string,
    functionKey: string,
    payload: object = {},
    module = 'identity-verification',
  ): Promise<Answered<T>> {
    const body = { module, as, issue, functionKey, payload };
    return (await this.post('/site/invoke', body)).json as Answered<T>;
  }
}

function otherThan(digits: string): string {
  return String((Number(digits) + 1) % 1000).padStart(3, '0');
}
