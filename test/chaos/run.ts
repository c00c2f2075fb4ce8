import { eventLoopTurns } from 'local-site/event-loop-turns';
import type { SiteSnapshot } from 'local-site/local-site';
import type { Fault } from 'local-site/forge/faults';
import type { ScheduledSite } from 'local-site/scheduled-site';
import { DELIVERING, PLAIN } from './delivering';
import { gather } from './gather';
import { judge } from './oracle';
import { REFUSALS } from './refusals';
import { SiteActions } from './site-actions';
import type { GateTry, Happened, Move, ObjectionTry, OwnWebhook, Send } from './facts';
import { isOutage, nameOfFault } from './steps';
import type { Delivering, Step } from './steps';

/** The site after set-up, to which each run goes back. */
export interface Stage {
  site: ScheduledSite;
  ready: SiteSnapshot;
}

export interface Verdict {
  /** What is wrong; nothing, if the app is right. */
  wrong: string[];
  /** What was exercised: faults that were met, by `target: kind`, and other kinds of steps that took effect. */
  exercised: string[];
}

/** What a step sets going makes its first calls before the clock goes on. */
const TURNS_TO_BEGIN = 10;
/** Links, Incode's retries, the app's tries and its longest grace are all over by then. */
const REST_MS = 150 * 60_000;

/** Plays the steps in the order of calls that `seed` gives, ends all faults, lets time pass, and judges what is left. */
export async function runSteps({ site, ready }: Stage, seed: number, steps: Step[]): Promise<Verdict> {
  await site.rewind(ready, seed);
  site.incode.setSwitches({ ...PLAIN, secondAttempt: seed % 2 === 1 });
  Object.assign(site.forge.switches, REFUSALS[Math.floor(seed / 2) % REFUSALS.length]);
  const run = new Run(site);
  for (const step of steps) {
    await run.take(step);
    await eventLoopTurns(TURNS_TO_BEGIN);
    await site.scheduler.run(step.thenMs);
  }
  const happened = await run.rest();
  return { wrong: judge(await gather(site, happened)), exercised: run.exercised() };
}

class Run {
  private readonly site: ScheduledSite;
  private readonly actions: SiteActions;
  private readonly pending: Promise<unknown>[] = [];
  private readonly sends: Send[] = [];
  private readonly webhooks: OwnWebhook[] = [];
  private readonly moves: Move[] = [];
  private readonly gates: GateTry[] = [];
  private readonly objections: ObjectionTry[] = [];
  private readonly faults: Fault[] = [];
  private readonly done = new Set<string>();
  private unmet: readonly Fault[] = [];

  private readonly takers: {
    [K in Step['kind']]: (step: Extract<Step, { kind: K }>) => void | Promise<void>;
  } = {
    send: (step) => this.send(step),
    visit: ({ session, outcome }) => this.visit(this.linkOf(session), outcome),
    decide: ({ session, outcome }) => this.decide(session, outcome),
    webhook: (step) => this.webhook(step),
    deliver: ({ how }) => this.deliver(how),
    elsewhere: ({ email, outcome }) => this.elsewhere(email, outcome),
    move: ({ issue, to }) => this.move(issue, to),
    gate: ({ issue }) => this.gate(issue),
    delete: ({ issue }) => this.deleteIssue(issue),
    rotate: () => this.rotate(),
    fault: ({ fault }) => this.addFault(fault),
    cold: () => this.makeCold(),
    object: ({ issue }) => this.object(issue),
  };

  constructor(site: ScheduledSite) {
    this.site = site;
    this.actions = new SiteActions(site);
  }

  async take(step: Step): Promise<void> {
    await (this.takers[step.kind] as (step: Step) => void | Promise<void>)(step);
  }

  /** Ends all faults, and runs the site until nothing is left to happen. */
  async rest(): Promise<Happened> {
    this.unmet = this.site.faults.waiting();
    this.site.faults.clear();
    this.site.incode.setSwitches(PLAIN);
    await this.site.scheduler.run(REST_MS);
    await this.site.scheduler.runUntilIdle();
    const isAnswered = await Promise.race([
      Promise.all(this.pending).then(() => true),
      this.site.scheduler.run(60_000).then(() => false),
    ]);
    const waiting = isAnswered ? [] : ['something that was asked is never answered'];
    const slowMs = this.faults.reduce((sum, fault) => sum + ('delay' in fault ? (fault.delay ?? 0) : 0), 0);
    const { sends, webhooks, moves, gates, objections } = this;
    return {
      sends,
      webhooks,
      moves,
      gates,
      objections,
      waiting,
      slowMs,
      wasJiraOut: this.faults.some(isOutage),
    };
  }

  exercised(): string[] {
    const met = this.faults.filter((fault) => !this.unmet.includes(fault));
    return [...met.map(nameOfFault), ...this.done];
  }

  private begin(work: Promise<unknown>): void {
    this.pending.push(work);
  }

  private send({ as, issue, email }: Extract<Step, { kind: 'send' }>): void {
    this.begin(this.actions.send(as, issue, email).then((sent) => this.sends.push(sent)));
  }

  private deliver(how: Delivering): void {
    this.site.incode.setSwitches({ ...PLAIN, ...DELIVERING[how] });
    this.done.add(`deliveries: ${how}`);
  }

  private addFault(fault: Fault): void {
    this.faults.push(fault);
    this.site.faults.add(fault);
  }

  private makeCold(): void {
    this.site.forge.makeCold();
    this.done.add('instances: cold');
  }

  private deleteIssue(issue: string): Promise<void> {
    this.done.add('request: deleted');
    return this.actions.deleteIssue(issue);
  }

  private rotate(): void {
    this.begin(this.actions.rotateSecret().then((isDone) => isDone && this.done.add('secret: replaced')));
  }

  private async move(issue: string, to: string): Promise<void> {
    const before = this.site.jira.state().issues.find(({ key }) => key === issue);
    if (!before || !(await this.actions.move(issue, to))) return;
    this.moves.push({ issue, at: this.site.clock.now(), from: before.status.name, to });
    this.done.add(`request: moved to ${to}`);
  }

  private gate(issue: string): void {
    const tried = this.actions.triesGate(issue).then((gate) => {
      this.gates.push(gate);
      this.done.add(`gate: ${gate.isOpen ? 'open' : 'closed'}`);
    });
    this.begin(tried);
  }

  private object(issue: string): void {
    const tried = this.actions.object('customer', issue).then((objection) => {
      this.objections.push(objection);
      if (objection.isHeard) this.done.add('employee: objects');
    });
    this.begin(tried);
  }

  private session(back: number) {
    return this.site.incode.state().sessions.at(-1 - back);
  }

  private linkOf(back: number): string | undefined {
    return this.site.incode.state().messages.at(-1 - back)?.link;
  }

  private async visit(link: string | undefined, outcome: string): Promise<void> {
    if (link === undefined) return;
    await this.actions.post(`${link}/open`, {});
    if (outcome === 'walk away') return;
    const { status } = await this.actions.post(`${link}/finish`, { outcome });
    if (status < 300) this.done.add(`employee: ${outcome}`);
  }

  private async decide(back: number, outcome: string): Promise<void> {
    const inReview = this.site.incode.state().sessions.filter(({ state }) => state === 'review');
    const session = inReview.at(-1 - back) ?? inReview.at(-1);
    if (!session) return;
    const path = `/incode/dashboard/sessions/${session.interviewId}/review`;
    if ((await this.actions.post(path, { outcome })).status < 300) this.done.add(`reviewer: ${outcome}`);
  }

  private async webhook({ session: back, event, about }: Extract<Step, { kind: 'webhook' }>): Promise<void> {
    const session = this.session(back);
    const [registered] = this.site.incode.state().webhooks;
    if (!session || !registered) return;
    const { interviewId, loginHint } = session;
    const isAboutSomebodyElse = about === 'somebody else';
    const identityId = await this.actions.identityOf(loginHint);
    // Where Incode names no identity of the employee, one that is named is the only one.
    const isOfAnotherIdentity = about === 'another identity' && identityId !== undefined;
    const told: OwnWebhook = {
      interviewId,
      event,
      isAboutSomebodyElse,
      isOfAnotherIdentity,
      from: this.site.clock.now(),
      until: Infinity,
    };
    this.webhooks.push(told);
    this.done.add(`webhook: about ${about}`);
    const body = {
      eventType: event,
      interviewId,
      loginHint: isAboutSomebodyElse ? 'bob@example.com' : loginHint,
      // Incode names an identity where the employee succeeded.
      ...(event === 'SESSION_SUCCEEDED' && { identityId }),
      ...(about === 'another identity' && { identityId: 'another-identity' }),
    };
    this.begin(
      this.actions.post(registered.url, body, registered.headers).then(({ status }) => {
        if (status === 200) told.until = this.site.clock.now();
      }),
    );
  }

  private async elsewhere(loginHint: string, outcome: string): Promise<void> {
    await this.actions.post('/incode/dashboard/sessions', { loginHint });
    await this.visit(this.linkOf(0), outcome);
    this.done.add('session: of another integration');
  }
}
