import { z } from 'zod';

const trigger = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('issue-created') }),
  z.strictObject({
    kind: z.literal('field-changed'),
    /** The key of the field's module in the app's manifest. */
    field: z.string(),
    /** The value that starts the rule; empty for any value. */
    to: z.string().default(''),
  }),
  z.strictObject({ kind: z.literal('manual') }),
]);

const component = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('action'),
    /** The key of one of the app's actions. */
    action: z.string(),
    /** As they are typed, smart values and all. */
    inputs: z.record(z.string(), z.string()).default({}),
  }),
  z.strictObject({
    kind: z.literal('comment'),
    text: z.string().min(1),
    isInternal: z.boolean().default(false),
  }),
  /** By the transition's name. */
  z.strictObject({ kind: z.literal('transition'), transition: z.string().min(1) }),
]);

/** The form for a new rule. */
export const ruleSchema = z.strictObject({
  name: z.string().min(1),
  trigger,
  component,
  /** The login name of the user whose connection it uses, and as whom it acts. */
  as: z.string(),
});

export type RuleDraft = z.output<typeof ruleSchema>;

export interface Rule extends RuleDraft {
  id: number;
  isEnabled: boolean;
}

/** The outcome of a run. Times are ISO 8601. */
export interface AuditEntry {
  at: string;
  rule: string;
  issue: string;
  isSuccess: boolean;
  /** The outputs of an action, or why the run ended. */
  text: string;
}

/** All that Automation holds; JSON. */
export interface AutomationData {
  rules: Rule[];
  lastId: number;
  /** Oldest first. */
  log: AuditEntry[];
}
