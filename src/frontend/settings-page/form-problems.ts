import { conflictingRules } from '../../contract/rule-conflicts';
import { longestTexts, settingRanges } from '../../contract/setting-ranges';
import { settingValues } from '../../contract/setting-values';
import { plainValue } from '../../contract/typed-text';
import type { CredentialsForm, SettingsForm, SettingsView } from '../../contract/settings-page';

/** Name of a field → code of what is wrong with it, as the server names both. */
export type Faults = Record<string, string>;

type Saved = Pick<SettingsView, 'credentialsSavedAt'>;

const credentials = ['apiKey', 'clientId', 'clientSecret'] as const;
const replies = ['replies.sent', 'replies.passed'] as const;
const comments = ['comments.passed', 'comments.failed', 'comments.review'] as const;

/** Everything that is wrong with the form, as far as it can be told without asking anybody, in the page's order. */
export function formProblems(form: SettingsForm, saved: Saved): Faults {
  const values = settingValues(form);
  const faults = {
    integrationReference: textFault(form.integrationReference, longestTexts.integrationReference),
    ...Object.fromEntries(
      Object.entries(settingRanges).map(([name, range]) => [name, numberFault(values.get(name), range)]),
    ),
    ...Object.fromEntries(comments.map((name) => [name, textFault(values.get(name), longestTexts.comment)])),
    ...Object.fromEntries(replies.map((name) => [name, replyFault(values.get(name))])),
    ...ruleFaults(form.rules),
    agentsGroup: lengthFault(form.agentsGroup, longestTexts.group),
  };
  return { ...credentialProblems(form, saved), ...existing(faults) };
}

/** What is wrong with the credentials that are typed, completed with those that are saved. */
export function credentialProblems(form: CredentialsForm, { credentialsSavedAt }: Saved): Faults {
  const areKept = credentialsSavedAt !== undefined && form.areCredentialsReplaced !== true;
  const fault = areKept ? lengthFault : textFault;
  return existing(
    Object.fromEntries(credentials.map((name) => [name, fault(form[name], longestTexts.credential)])),
  );
}

function ruleFaults(rules: SettingsForm['rules']): Record<string, string | undefined> {
  const conflicts = conflictingRules(rules);
  const faults = Object.entries(rules).flatMap(([id, rule]) => {
    const isForNothing = rule.requestTypes?.length === 0;
    const conflict = conflicts.includes(id) ? 'in-another-rule' : undefined;
    return [
      [`rules.${id}.name`, textFault(rule.name, longestTexts.ruleName)],
      [`rules.${id}.projectId`, rule.projectId === '' ? 'required' : undefined],
      [`rules.${id}.requestTypes`, isForNothing ? 'required' : conflict],
      [`rules.${id}.passCountsMinutes`, numberFault(rule.passCountsMinutes, settingRanges.passCountsMinutes)],
    ] as const;
  });
  return Object.fromEntries(faults);
}

function existing(faults: Record<string, string | undefined>): Faults {
  return Object.fromEntries(
    Object.entries(faults).flatMap(([name, code]) => (code === undefined ? [] : [[name, code] as const])),
  );
}

function textFault(value: unknown, longest: number): string | undefined {
  return plainValue(String(value)) === '' ? 'required' : lengthFault(value, longest);
}

/** Everybody who may see the request can read it, so it holds no variables. */
function replyFault(value: unknown): string | undefined {
  return String(value).includes('{{') ? 'no-variables' : textFault(value, longestTexts.comment);
}

function lengthFault(value: unknown, longest: number): string | undefined {
  return plainValue(String(value)).length > longest ? 'too-long' : undefined;
}

function numberFault(value: unknown, { least, most }: { least: number; most: number }): string | undefined {
  if (typeof value !== 'number' || Number.isNaN(value)) return 'not-a-number';
  if (!Number.isInteger(value)) return 'not-a-whole-number';
  return value < least || value > most ? 'out-of-range' : undefined;
}
