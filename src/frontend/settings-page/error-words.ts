import type { WireError } from '../../contract/answer';
import type { Language } from '../language/language';

/** The codes that have words of their own here. */
const known = [
  'invalid-input',
  'not-permitted',
  'credentials-rejected',
  'employee-not-enrolled',
  'not-found',
  'jira-refused',
  'incode-refused',
  'incode-busy',
  'incode-unreachable',
  'changed-meanwhile',
  'jira-busy',
  'jira-unreachable',
  'storage-unavailable',
] as const;

/** What happened and what to do next, for an administrator. */
export function errorSentence({ t, sentences }: Language, { code, reason }: WireError): string {
  const what = t(`settings.error.${known.find((each) => each === code) ?? 'unexpected'}`);
  return sentences(what, reason ? t('settings.error.answer', { reason }) : undefined);
}
