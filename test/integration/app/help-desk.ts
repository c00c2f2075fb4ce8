import { resolve } from 'node:path';
import { setUpDemo } from '../../demo/set-up';
import { startSite } from 'local-site/site';
import { leaksOf } from '../../support/leaks';
import type { SettingsView } from '../../../src/contract/settings-page';
import type { Site } from 'local-site/site';

/** As long as the app waits for what else happens before it writes the fields. */
const FIELD_PAUSE_MS = 3_000;

const APP = resolve(__dirname, '../../..');

interface Stored {
  kvs: { entities: Record<string, Record<string, { details: Record<string, unknown> }>> };
  secrets: Record<string, unknown>;
  webtriggers: Record<string, string>;
  queue: { dueAt: number }[];
  incode: ReturnType<Site['incode']['state']>;
  jira: {
    issues: {
      id: string;
      key: string;
      status: { name: string };
      comments: { body: unknown; internal: boolean }[];
    }[];
  };
}

interface Invocation {
  as: string;
  functionKey: string;
  payload?: unknown;
  module?: string;
  issue?: string;
}

/** The app, set up, on a local site, and what tests do with it through the site's control API. */
export class HelpDesk {
  readonly site: Site;
  /** What the app's resolvers answered since the last reset, but for the one answer that is a secret. */
  private answers: string[] = [];

  private constructor(site: Site) {
    this.site = site;
  }

  /** On a site of its own, with the app in this folder. */
  static async open(app = APP): Promise<HelpDesk> {
    return new HelpDesk(await startSite({ app, seed: ({ url }) => setUpDemo(url) }));
  }

  /** On a site of its own, with an app that was installed and never set up. */
  static async openEmpty(): Promise<HelpDesk> {
    return new HelpDesk(await startSite({ app: APP }));
  }

  /** Back to the app set up and nothing else. @throws Error where the app has written a secret down by now */
  async reset(): Promise<void> {
    this.checkLeaks();
    await this.site.reset();
  }

  /** @throws Error where the app has written a secret down by now */
  async close(): Promise<void> {
    await this.site.close();
    this.checkLeaks();
  }

  /** What the browser's bridge would get: the resolver's answer, or the error of an invocation. */
  async invoke({ as, functionKey, payload = {}, module = 'identity-verification', issue }: Invocation) {
    const answer = await this.post('/site/invoke', {
      module,
      as,
      functionKey,
      payload,
      ...(issue && { issue }),
    });
    if (functionKey !== 'createWebhookSecret') this.answers.push(JSON.stringify(answer));
    return answer;
  }

  /** What a function of the settings page answers to the administrator. @throws Error with an answer that is none */
  async asks<T>(functionKey: string, payload: unknown = {}): Promise<T> {
    const answer = await this.invoke({ as: 'admin', module: 'settings', functionKey, payload });
    const { value } = answer as { value: { ok: boolean; data: T } };
    if (!value.ok) throw new Error(JSON.stringify(answer));
    return value.data;
  }

  opensSettings(): Promise<SettingsView> {
    return this.asks('openSettings');
  }

  /** Has the administrator save the settings with some changes. */
  async saves(changes: object): Promise<SettingsView> {
    return this.savesOn(await this.opensSettings(), changes);
  }

  /** Has the administrator save what this page shows with some changes. */
  savesOn(view: SettingsView, changes: object): Promise<SettingsView> {
    const credentials = { apiKey: '', clientId: '', clientSecret: '' };
    return this.asks('saveSettings', { ...view, ...credentials, ...changes });
  }

  /** Switches the app to Incode's production environment, with its credentials. */
  async usesProduction(): Promise<void> {
    const page = (await (
      await this.site.fetch(new Request(`${this.site.url}/incode/dashboard/data`))
    ).json()) as {
      integrations: { production: object };
    };
    const secret = (await this.post('/incode/dashboard/integrations/production/client-secret', {})) as object;
    await this.saves({ ...page.integrations.production, ...secret, environment: 'production' });
  }

  /** Has an agent send Ada a link from a request; answers the session id. */
  async sendsLink(issue = 'HELP-1', form: object = {}): Promise<string> {
    const payload = { email: 'ada.lovelace@example.com', method: 'sms', phone: '+14155550123', ...form };
    const { value } = (await this.invoke({ as: 'agent', functionKey: 'sendLink', issue, payload })) as {
      value: { ok: boolean; data: { sessionId: string } };
    };
    if (!value.ok) throw new Error(JSON.stringify(value));
    return value.data.sessionId;
  }

  /** Opens the newest link on the employee's phone and ends it. */
  async completes(outcome: 'pass' | 'fail' | 'review'): Promise<void> {
    const link = this.state().incode.messages.at(-1)?.link ?? '';
    await this.post(`${new URL(link).pathname}/open`, {});
    await this.post(`${new URL(link).pathname}/finish`, { outcome });
  }

  /** Waits until Incode has delivered everything and the queue holds nothing but what waits for its time. */
  async settles(): Promise<void> {
    await this.waitFor(() => {
      const { incode, queue } = this.state();
      const isWaiting = queue.every(({ dueAt }) => dueAt > this.site.clock.now());
      return isWaiting && incode.deliveries.every(({ state }) => state === 'delivered');
    });
  }

  async waitFor(holds: () => boolean): Promise<void> {
    const end = Date.now() + 60_000;
    while (!holds()) {
      if (Date.now() > end) throw new Error(`It never came to that: ${String(holds)}`);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** Posts a webhook to the app's web trigger. */
  async webhook(body: string, headers: Record<string, string> = this.secretHeader(), method = 'POST') {
    const url = this.state().webtriggers['incode-webhook'] ?? '';
    return this.site.fetch(new Request(url, { method, headers, ...(method !== 'GET' && { body }) }));
  }

  /** The header that the administrator registered at Incode's. */
  secretHeader(): Record<string, string> {
    return this.state().incode.webhooks[0]?.headers ?? {};
  }

  /** Lets the few seconds go by after which the issue's fields are written, and waits until they are. */
  async fieldsSettle(): Promise<void> {
    await this.site.clock.advance(FIELD_PAUSE_MS);
    await this.settles();
  }

  /** What Jira's REST API says of the app's two fields of an issue. */
  async fields(key = 'HELP-1') {
    const all = await this.jira<{ id: string; name: string }[]>('/rest/api/3/field');
    const idOf = (name: string) => all.find((field) => field.name === name)?.id ?? '';
    const { fields } = await this.jira<{ fields: Record<string, unknown> }>(`/rest/api/3/issue/${key}`);
    return {
      state: fields[idOf('Identity verification')],
      verifiedAt: fields[idOf('Identity verified at')],
    };
  }

  /** What Jira answers to an administrator. */
  private async jira<T>(path: string): Promise<T> {
    const headers = { authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}` };
    const response = await this.site.fetch(new Request(`${this.site.url}${path}`, { headers }));
    return (await response.json()) as T;
  }

  issue(key: string) {
    const issue = this.state().jira.issues.find((candidate) => candidate.key === key);
    if (!issue) throw new Error(`There is no ${key}`);
    return issue;
  }

  state(): Stored {
    return this.site.state() as Stored;
  }

  private checkLeaks(): void {
    const leaks = leaksOf(this.site, this.answers);
    this.answers = [];
    if (leaks.length > 0) throw new Error(`The app wrote down what is secret: ${leaks.join(', ')}`);
  }

  /** Posts to one of the site's addresses. */
  async post(path: string, body: unknown): Promise<unknown> {
    const response = await this.site.fetch(
      new Request(`${this.site.url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    );
    const text = await response.text();
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  }
}
