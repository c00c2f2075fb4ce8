import path from 'node:path';
import { setUpDemo } from '../demo/set-up';
import { eventLoopTurns } from 'local-site/event-loop-turns';
import { quickBundler } from 'local-site/forge/bundle';
import { createSite } from 'local-site/scheduled-site';
import type { Latency } from 'local-site/forge/faults';
import type { PlatformCall } from 'local-site/journal';
import type { ScheduledSite, ScheduledSiteOptions } from 'local-site/scheduled-site';

export const APP = path.resolve(__dirname, '../..');

const LONGEST_MS = 86_400_000;
/** After so many turns of the event loop, running code has made its next calls. React needs some of them to draw. */
const TURNS = 60;

interface Invocation {
  functionKey: string;
  module?: string;
  as?: string;
  issue?: string;
  payload?: object;
}

interface Answered {
  value?: { ok: true; data: unknown } | { ok: false; error: { code: string } };
  error?: { message: string };
}

type SiteOptions = Pick<ScheduledSiteOptions, 'spread' | 'switches' | 'app'>;

/** The app, set up, on a site whose clock stands still unless it is run: times are exact on every machine. */
export class Desk {
  readonly site: ScheduledSite;
  private readonly frontends = new Map<string, Promise<string>>();
  private registered: { url: string; headers: Record<string, string> } | undefined;

  private constructor(site: ScheduledSite) {
    this.site = site;
  }

  /** @param latency milliseconds for each call, by target */
  static async open(latency: Latency, options: SiteOptions = {}): Promise<Desk> {
    const seed = (starting: { url: string; fetch: (request: Request) => Promise<Response> }) =>
      setUpDemo(starting.url, (request) => starting.fetch(request));
    return new Desk(await createSite({ app: APP, ...options, latency, seed }));
  }

  get now(): number {
    return this.site.clock.now();
  }

  /** Calls of the app to its platform, oldest first. */
  get calls(): readonly PlatformCall[] {
    return this.site.journal.calls;
  }

  /** One of the app's frontends, bundled once. */
  frontend(resource: string): Promise<string> {
    const bundled = this.frontends.get(resource) ?? quickBundler.resource(this.site.forge.manifest, resource);
    this.frontends.set(resource, bundled);
    return bundled;
  }

  /** Moves on from one thing that happens to the next, until `isOver`. @throws Error where it never is */
  async until(isOver: () => boolean): Promise<void> {
    const end = this.now + LONGEST_MS;
    await eventLoopTurns(TURNS);
    while (!isOver()) {
      if (!(await this.site.clock.step(end))) throw new Error(`Nothing leads to this: ${String(isOver)}`);
      await eventLoopTurns(TURNS);
    }
  }

  /** Runs the site until `work` is done. */
  async awaits<T>(work: Promise<T>): Promise<T> {
    let isDone = false;
    const done = () => (isDone = true);
    work.then(done, done);
    await this.until(() => isDone);
    return work;
  }

  /** Runs everything that happens in the next `ms`. */
  async run(ms: number): Promise<void> {
    const end = this.now + ms;
    do await eventLoopTurns(TURNS);
    while (await this.site.clock.step(end));
    await this.site.clock.advance(end - this.now);
  }

  /** Runs until all that is under way is done. */
  rest(): Promise<void> {
    return this.site.scheduler.runUntilIdle();
  }

  /** Calls a resolver of the app as its browser would. @throws Error where it refuses */
  async invoke<T>({ module = 'identity-verification', as = 'agent', issue = 'HELP-1', ...call }: Invocation) {
    const at = module === 'settings' ? { module, as } : { module, as, issue };
    const answer = (await (await this.post('/site/invoke', { ...at, ...call })).json()) as Answered;
    if (!answer.value?.ok) throw new Error(`${call.functionKey}: ${JSON.stringify(answer)}`);
    return answer.value.data as T;
  }

  openPanel(issue?: string): Promise<unknown> {
    return this.invoke({ functionKey: 'openPanel', ...(issue && { issue }) });
  }

  /** Has a link sent by SMS; answers the session's id. */
  async sendLink(email = 'ada.lovelace@example.com', issue = 'HELP-1', as = 'agent'): Promise<string> {
    const payload = { email, method: 'sms', phone: '+14155550123' };
    const sent = await this.invoke<{ sessionId: string }>({ functionKey: 'sendLink', as, issue, payload });
    return sent.sessionId;
  }

  /** Has a rule of Automation run one of the app's actions. @throws Error where it refuses */
  async actByRule(action: string, issueKey: string): Promise<void> {
    const answer = await this.post(`/site/action/${action}`, { as: 'agent', inputs: { issueKey } });
    const { outputs, ...refusal } = (await answer.json()) as { outputs?: object };
    if (!outputs) throw new Error(`${action}: ${JSON.stringify(refusal)}`);
  }

  /** Posts what Incode would to the app's web trigger. */
  webhook(eventType: string, interviewId: string, more: object = {}): Promise<Response> {
    this.registered ??= this.site.incode.state().webhooks[0];
    const { url = '', headers = {} } = this.registered ?? {};
    return this.post(url, { eventType, interviewId, ...more }, headers);
  }

  /** Posts JSON to the site. */
  post(to: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    };
    return this.site.fetch(new Request(new URL(to, this.site.url), init));
  }

  /** The app's comments on an issue. */
  commentsOn(key: string) {
    return this.issue(key)?.comments.filter(({ author }) => author?.accountType === 'app') ?? [];
  }

  statusOf(key: string): string | undefined {
    return this.issue(key)?.status.name;
  }

  /** What the app's field of a verification's state says. */
  fieldOf(key: string): unknown {
    return this.issue(key)?.fields['identity-verification-state'];
  }

  private issue(key: string) {
    return this.site.jira.state().issues.find((each) => each.key === key);
  }
}
