import type { AuditEntry, Rule, RuleDraft } from '../../../automation/rule';
import type { ActionModule } from '../../../forge/modules/action';
import { requestJson, sendJson } from '../../http';

export type { AuditEntry, Rule, RuleDraft };

/** An action of the app, as a rule's maker sees it. */
export type Action = Pick<ActionModule, 'key' | 'name' | 'description' | 'inputs'>;

export interface AutomationView {
  rules: readonly Rule[];
  /** Oldest first. */
  log: readonly AuditEntry[];
  actions: readonly Action[];
  /** The app's fields. */
  fields: readonly { key: string; name: string }[];
}

const RULES = '/site/automation/rules';

export function loadAutomation(locale: string): Promise<AutomationView> {
  return requestJson(`/site/automation?${new URLSearchParams({ locale }).toString()}`);
}

export function createRule(draft: RuleDraft): Promise<unknown> {
  return sendJson('POST', RULES, draft);
}

export function enableRule({ id }: Rule, isEnabled: boolean): Promise<unknown> {
  return sendJson('PUT', `${RULES}/${String(id)}`, { isEnabled });
}

export function deleteRule({ id }: Rule): Promise<unknown> {
  return sendJson('DELETE', `${RULES}/${String(id)}`);
}

export function runRule({ id }: Rule, issue: string): Promise<unknown> {
  return sendJson('POST', `${RULES}/${String(id)}/run`, { issue });
}
