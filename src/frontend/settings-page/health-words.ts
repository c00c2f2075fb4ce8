import { limitOwners } from '../../contract/limit-owners';
import { errorSentence } from './error-words';
import type { ErrorCode } from '../../contract/answer';
import type { ProblemView, SettingsView } from '../../contract/settings-page';
import type { Language } from '../language/language';

type Refusal = SettingsView['webhook']['activity']['refusals'][number];

const stepReasons = [
  'no-such-transition',
  'no-such-field',
  'fields-refused',
  'issue-gone',
  'not-a-service-project',
  'made-public',
  'still-public',
  'project-stopped',
  'not-public',
  'refused',
  'gave-up',
] as const;

const withLimits = [...limitOwners, 'automation'] as const;

/** Which results are not to be trusted, or were shown to customers. */
const grave = new Set<ProblemView['kind']>([
  'conflicting',
  'mismatch',
  'identity-changed',
  'objected',
  'wrong-codes',
]);
const shown = new Set(['made-public', 'still-public']);

/** How urgent it is: `high`: somebody may be deceived or see too much; `medium`: a ticket lacks what it should have. */
export function severityOf({ kind, code = '' }: ProblemView): 'high' | 'medium' | 'low' {
  if (grave.has(kind) || shown.has(code)) return 'high';
  return kind === 'no-result' ? 'low' : 'medium';
}

/** What happened, and what to do about it. */
export function problemSentence(language: Language, { kind, code = '' }: ProblemView): string {
  const { t, sentences } = language;
  if (kind === 'not-sent') return sentences(t('settings.problem.not-sent'), notSentReason(language, code));
  if (kind === 'burst') {
    return t(`settings.problem.burst.${withLimits.find((each) => each === code) ?? 'other'}`);
  }
  const stepReason = stepReasons.find((each) => each === code) ?? 'other';
  const isTransitionRefused = kind === 'transition-impossible' && code === 'refused';
  return sentences(
    t(`settings.problem.${kind}`, { reason: t(`settings.problem.reason.${stepReason}`) }),
    isTransitionRefused ? t('settings.problem.refusedTransition') : undefined,
  );
}

function notSentReason(language: Language, code: string): string {
  const { t } = language;
  if (code === 'in-doubt') return t('settings.problem.not-sent.in-doubt');
  return errorSentence(language, { code: code as ErrorCode });
}

/** Why a webhook was refused, or could not be read. */
export function refusalSentence({ t, list }: Language, { reason, keys = [] }: Refusal): string {
  const what = t(`settings.refusal.${reason}`);
  return keys.length > 0 ? t('settings.refusal.withKeys', { what, keys: list(keys) }) : what;
}
