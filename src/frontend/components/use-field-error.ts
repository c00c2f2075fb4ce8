import { useLanguage } from '../language/users-language';

const known = [
  'required',
  'not-an-email',
  'not-a-phone-number',
  'unlikely-phone-number',
  'no-such-group',
  'not-a-number',
  'not-a-whole-number',
  'out-of-range',
  'too-long',
] as const;

/** What is wrong with a field, by the server's code. */
export function useFieldError(): (code: string | undefined) => string | undefined {
  const { t } = useLanguage();
  return (code) =>
    code === undefined ? undefined : t(`field.error.${known.find((each) => each === code) ?? 'other'}`);
}
