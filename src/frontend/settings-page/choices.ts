import type { Language } from '../language/language';

/** The outcomes that have a status and a comment of their own. */
export const outcomes = ['passed', 'failed', 'review'] as const;

type T = Language['t'];

/** Incode's environments. */
export function environments(t: T) {
  return (['demo', 'production'] as const).map((value) => ({
    value,
    label: t(`settings.value.environment.${value}`),
  }));
}

/** How links are sent. */
export function methods(t: T) {
  return (['sms', 'email'] as const).map((value) => ({ value, label: t(`send.method.${value}`) }));
}

/** Who may read the comments. */
export function commentKinds(t: T) {
  return (['internal', 'reply'] as const).map((value) => ({
    value,
    label: t(`settings.value.areCommentsInternal.${value}`),
  }));
}

/** What may be done about phone numbers and addresses that agents type. */
export function destinations(t: T) {
  return (['allowed', 'with-reason', 'not-allowed'] as const).map((value) => ({
    value,
    label: t(`settings.value.typedDestinations.${value}`),
  }));
}

/** What a pass with another identity than the employee’s first counts as. */
export function identityChanges(t: T) {
  return (['review', 'refuse', 'ignore'] as const).map((value) => ({
    value,
    label: t(`settings.value.identityChange.${value}`),
  }));
}

/** What a pass without an identity counts as, where one is known: like one with another identity. */
export function missingIdentities(t: T) {
  return (['review', 'ignore'] as const).map((value) => ({
    value,
    label: t(`settings.value.identityChange.${value}`),
  }));
}
