import type { PanelView, VerificationView } from '../../contract/issue-panel';
import type { Language } from '../language/language';

type Person = PanelView['requester'];

/** Who it is about: the address first, since people can rename themselves. The name alone where Jira hides the address. */
export function personWords({ t }: Language, { email, displayName: name }: Person): string {
  if (email === undefined) return name ?? '';
  return name === undefined ? email : t('history.whom', { name, email });
}

/** Whom somebody may be impersonating, as far as Jira tells who that is. */
export function objectionTitle(language: Language, person: Person): string {
  const { t } = language;
  const name = personWords(language, person);
  return name === '' ? t('objection.titleUnnamed') : t('objection.title', { name });
}

/** From when a state counts: a pass is as old as the employee's act, everything else as what was told of it. */
export function shownTime({ state, actedAt, changedAt }: VerificationView): number {
  return state === 'passed' ? (actedAt ?? changedAt) : changedAt;
}
