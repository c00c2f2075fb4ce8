import { eventLoopTurns } from 'local-site/event-loop-turns';
import type { SiteSnapshot } from 'local-site/local-site';
import type { Fault } from 'local-site/forge/faults';
import type { ScheduledSite } from 'local-site/scheduled-site';
import { DELIVERING, PLAIN } from './delivering';
import { REPORTERS } from './gate-oracle';
import { gather } from './gather';
import { IncodeSide } from './incode-side';
import { judge } from './oracle';
import { REFUSALS } from './refusals';
import { SiteActions } from './site-actions';
import type { Happened, Rule } from './facts';
import { isOutage, nameOfFault } from './steps';
import type { Delivering, Step } from './steps';

/** The site to which each run goes back: after set-up, and once a rule was made, too. */
export interface Stage {
  site: ScheduledSite;
  ready: SiteSnapshot;
  underRule: { ready: SiteSnapshot; rule: Rule };
}

export interface Verdict {
  /** What is wrong; nothing, if the app is right. */
  wrong: string[];
  /** What was exercised: faults that were met, by `target: kind`, and other kinds of steps that took effect. */
  exercised: string[];
}

/** What a step sets going makes its first calls before the clock goes on. */
const TURNS_TO_BEGIN = 10;
/** For so long housekeeping runs every five minutes, as it does in the cloud; then only as often as that, which is five times quicker. */
const REST_MS = 30 * 60_000;
/** Links, Incode's retries, the app's tries and its longest grace are all over after these. */
const LATER_RUNS = 4;

/** Plays the steps in the order of calls that `seed` gives, ends all faults, lets time pass, and judges what is left. */
export async function runSteps(
  { site, ready, underRule }: Stage,
  seed: number,
  steps: Step[],
): Promise<Verdict> {
  const hasRule = steps[0]?.kind === 'rule';
  await site.rewind(hasRule ? underRule.ready : ready, seed);
  site.incode.setSwitches({ ...PLAIN, secondAttempt: seed % 2 === 1 });
  Object.assign(site.forge.switches, REFUSALS[Math.floor(seed / 2) % REFUSALS.length]);
  const run = new Run(site, hasRule ? underRule.rule : undefined);
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
  private readonly incode: IncodeSide;
  private readonly pending: Promise<unknown>[] = [];
  private readonly happened: Happened = {
    sends: [],
    webhooks: [],
    moves: [],
    gates: [],
    objections: [],
    codes: [],
    looks: [],
    waiting: [],
    slowMs: 0,
    wasJiraOut: false,
  };
  private readonly faults: Fault[] = [];
  private readonly done = new Set<string>();
  private unmet: readonly Fault[] = [];

  private readonly takers: {
    [K in Step['kind']]: (step: Extract<Step, { kind: K }>) => void | Promise<void>;
  } = {
    send: (step) => this.send(step),
    visit: ({ session, outcome }) => this.count(this.incode.visit(session, outcome), `employee: ${outcome}`),
    decide: ({ session, outcome }) =>
      this.count(this.incode.decide(session, outcome), `reviewer: ${outcome}`),
    webhook: (step) => this.webhook(step),
    deliver: ({ how }) => this.deliver(how),
    elsewhere: async ({ email, outcome }) => {
      await this.incode.elsewhere(email, outcome);
      this.done.add('session: of another integration');
    },
    move: ({ issue, to }) => this.move(issue, to),
    gate: ({ issue }) => this.gate(issue),
    delete: ({ issue }) => this.deleteIssue(issue),
    rotate: () => this.rotate(),
    fault: ({ fault }) => this.addFault(fault),
    cold: () => this.makeCold(),
    object: ({ issue }) => this.object(issue),
    code: ({ issue, digits }) => this.code(issue, digits),
    action: (step) => this.action(step),
    // It was made when the site was set up.
    rule: () => void this.done.add('rule: made'),
  };

  constructor(site: ScheduledSite, rule: Rule | undefined) {
    this.site = site;
    this.happened.rule = rule;
    this.actions = new SiteActions(site);
    this.incode = new IncodeSide(site, this.actions);
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
    this.site.forge.stopSchedules();
    for (let later = 0; later < LATER_RUNS; later++) {
      void this.site.forge.runSchedule('housekeeping')?.catch(() => undefined);
      await this.site.scheduler.run(REST_MS);
    }
    await this.site.scheduler.runUntilIdle();
    const isAnswered = await Promise.race([
      Promise.all(this.pending).then(() => true),
      this.site.scheduler.run(60_000).then(() => false),
    ]);
    const waiting = isAnswered ? [] : ['something that was asked is never answered'];
    const slowMs = this.faults.reduce((sum, fault) => sum + ('delay' in fault ? (fault.delay ?? 0) : 0), 0);
    return { ...this.happened, waiting, slowMs, wasJiraOut: this.faults.some(isOutage) };
  }

  exercised(): string[] {
    const met = this.faults.filter((fault) => !this.unmet.includes(fault));
    return [...met.map(nameOfFault), ...this.done];
  }

  private begin(work: Promise<unknown>): void {
    this.pending.push(work);
  }

  private async count(work: Promise<boolean>, name: string): Promise<void> {
    if (await work) this.done.add(name);
  }

  private async webhook(step: Extract<Step, { kind: 'webhook' }>): Promise<void> {
    const own = await this.incode.tell(step);
    if (!own) return;
    this.happened.webhooks.push(own.told);
    this.done.add(`webhook: about ${step.about}`);
    this.begin(own.answered);
  }

  private send({ as, issue, email }: Extract<Step, { kind: 'send' }>): void {
    this.begin(this.actions.send(as, issue, email).then((sent) => this.happened.sends.push(sent)));
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
    this.happened.moves.push({ issue, at: this.site.clock.now(), from: before.status.name, to });
    this.done.add(`request: moved to ${to}`);
  }

  private gate(issue: string): void {
    const tried = this.actions.triesGate(issue).then((gate) => {
      this.happened.gates.push(gate);
      const underRule = this.happened.rule ? ' under the rule' : '';
      this.done.add(`gate: ${gate.isOpen ? 'open' : 'closed'}${underRule}`);
    });
    this.begin(tried);
  }

  private object(issue: string): void {
    const tried = this.actions.object(issue).then((objection) => {
      this.happened.objections.push(objection);
      if (objection.isHeard) this.done.add('employee: objects');
    });
    this.begin(tried);
  }

  private code(issue: string, digits: 'right' | 'wrong'): void {
    const checked = this.actions.checkCode(issue, digits === 'right').then((code) => {
      if (!code) return;
      this.happened.codes.push(code);
      this.done.add(`code: ${digits} digits, ${code.answer?.kind ?? 'refused'}`);
    });
    this.begin(checked);
  }

  private action({ action, as, issue }: Extract<Step, { kind: 'action' }>): void {
    this.begin(action === 'send-verification-link' ? this.sendByAutomation(as, issue) : this.look(as, issue));
  }

  private async sendByAutomation(as: string, issue: string): Promise<void> {
    const sent = await this.actions.sendByAutomation(as, issue, REPORTERS[issue] ?? '');
    this.happened.sends.push(sent);
    this.done.add(`automation: ${sent.sessionId === undefined ? 'sends nothing' : 'sends'}`);
  }

  private async look(as: string, issue: string): Promise<void> {
    const seen = await this.actions.look(as, issue);
    if (!seen) return;
    this.happened.looks.push(seen);
    this.happened.gates.push(seen);
    this.done.add(`automation: sees that it ${seen.isOpen ? 'suffices' : 'does not suffice'}`);
  }
}
