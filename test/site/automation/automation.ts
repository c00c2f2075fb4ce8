import type { Clock } from '../clock';
import type { ActionAnswer, ActionCall } from '../forge/actions';
import type { ActionModule } from '../forge/modules/action';
import type { Jira } from '../jira/jira';
import { runComponent } from './component';
import type { AuditEntry, AutomationData, Rule, RuleDraft } from './rule';

export interface AutomationOptions {
  clock: Clock;
  jira: Jira;
  /** The app's actions that Automation offers. */
  actions: () => readonly ActionModule[];
  runAction: (call: ActionCall) => Promise<ActionAnswer>;
  changed: () => void;
}

/** How often a rule may run on one issue in an hour: a rule that starts itself, directly or not, stops there. */
const MOST_RUNS = 10;
const GUARD_MS = 3_600_000;
const MOST_ENTRIES = 200;

/**
 * Jira's Automation, as far as an app meets it: rules of one trigger and one component.
 * @see https://support.atlassian.com/cloud-automation/docs/jira-automation-triggers/
 */
export class Automation {
  private data: AutomationData = nothing();
  /** `<rule> <issue>` of each run that has not ended. */
  private readonly running = new Set<string>();
  /** When runs began, by the same key. */
  private readonly begun = new Map<string, number[]>();
  private readonly options: AutomationOptions;

  constructor(options: AutomationOptions) {
    this.options = options;
    const { jira } = options;
    jira.onIssueCreated(({ issueId }) => {
      this.start(issueId, ({ trigger }) => trigger.kind === 'issue-created');
    });
    jira.onFieldChanged(({ issueId, moduleKey, value }) => {
      if (!jira.switches.appFieldsStartRules) return;
      this.start(
        issueId,
        ({ trigger }) =>
          trigger.kind === 'field-changed' &&
          trigger.field === moduleKey &&
          ['', String(value)].includes(trigger.to),
      );
    });
  }

  get rules(): readonly Rule[] {
    return this.data.rules;
  }

  get log(): readonly AuditEntry[] {
    return this.data.log;
  }

  add(draft: RuleDraft): Rule {
    this.data.lastId += 1;
    const rule = { ...draft, id: this.data.lastId, isEnabled: true };
    this.data.rules.push(rule);
    this.options.changed();
    return rule;
  }

  enable(rule: Rule, isEnabled: boolean): void {
    rule.isEnabled = isEnabled;
    this.options.changed();
  }

  remove(rule: Rule): void {
    this.data.rules = this.data.rules.filter((each) => each !== rule);
    this.options.changed();
  }

  /** Runs a rule on an issue to the end, and records the outcome in the log. */
  async run(rule: Rule, issueKey: string): Promise<void> {
    const { data } = this;
    const mark = `${String(rule.id)} ${issueKey}`;
    this.running.add(mark);
    const outcome = await runComponent(rule, issueKey, this.options);
    this.running.delete(mark);
    // The site was reset meanwhile.
    if (data !== this.data) return;
    this.record({ ...outcome, rule: rule.name, issue: issueKey });
  }

  snapshot(): AutomationData {
    return structuredClone(this.data);
  }

  restore(data: AutomationData | undefined): void {
    this.reset();
    if (data) this.data = structuredClone(data);
  }

  reset(): void {
    this.data = nothing();
    this.running.clear();
    this.begun.clear();
  }

  /** Starts the rules that `isMeant` selects on an issue, unless they look like a loop. */
  private start(issueId: string, isMeant: (rule: Rule) => boolean): void {
    const { clock, jira } = this.options;
    const key = jira.issue(issueId)?.key;
    if (key === undefined) return;
    for (const rule of this.data.rules.filter((each) => each.isEnabled && isMeant(each))) {
      const mark = `${String(rule.id)} ${key}`;
      // A rule's own change does not start it again.
      if (this.running.has(mark)) continue;
      if (this.isCircling(mark)) {
        const text = `The rule ran ${String(MOST_RUNS)} times within the hour, which looks like a loop.`;
        this.record({ isSuccess: false, text, rule: rule.name, issue: key });
      } else clock.after(0, () => void this.run(rule, key));
    }
  }

  private isCircling(mark: string): boolean {
    const now = this.options.clock.now();
    const recent = (this.begun.get(mark) ?? []).filter((at) => now - at < GUARD_MS);
    this.begun.set(mark, [...recent, now].slice(-MOST_RUNS));
    return recent.length >= MOST_RUNS;
  }

  private record(entry: Omit<AuditEntry, 'at'>): void {
    const at = new Date(this.options.clock.now()).toISOString();
    this.data.log = [...this.data.log, { at, ...entry }].slice(-MOST_ENTRIES);
    this.options.changed();
  }
}

function nothing(): AutomationData {
  return { rules: [], lastId: 0, log: [] };
}
