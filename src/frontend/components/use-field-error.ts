import { useLanguage } from '../language/users-language';

const known = [
  'required',
  'not-an-email',
  'not-a-phone-number',
  'unlikely-phone-number',
  'no-such-group',
  'in-another-rule',
  'not-a-number',
  'not-a-whole-number',
  'out-of-range',
  'too-long',
  'too-large',
  'foreign-characters',
  'three-digits',
  'no-variables',
] as const;

/** What is wrong with a field, by the server's code; where it is empty, it can be named by its `label`. */
export function useFieldError(): (code: string | undefined, label?: string) => string | undefined {
  const { t } = useLanguage();
  return (code, label) => {
    if (code === undefined) return undefined;
    if (code === 'required' && label !== undefined) return t('field.error.required.named', { name: label });
    return t(`field.error.${known.find((each) => each === code) ?? 'other'}`);
  };
}
