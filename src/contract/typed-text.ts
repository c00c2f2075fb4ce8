// What a person pastes carries characters that nobody sees: chat programs, spreadsheets and web pages leave marks of
// writing direction, zero-width spaces and variants of dashes and digits in it. Browser and server read it alike.

/** Characters without a shape of their own, and control characters but for white space. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]|(?!\s)\p{Cc}/gu;
/** Of those, what joins letters and emoji, which belongs to the words: joiners and variation selectors. */
const JOINING = /^(?:\u200C|\u200D|\uFE0E|\uFE0F)$/;

/** A value that is compared letter by letter, such as a key, an address or a name: nothing invisible, no outer spaces. */
export function plainValue(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(/\p{Zs}/gu, ' ')
    .trim();
}

/** A person's own words in one line, such as a reason; empty where nothing of them can be seen. */
export function plainWords(text: string): string {
  if (plainValue(text) === '') return '';
  return text
    .replace(INVISIBLE, (char) => (JOINING.test(char) ? char : ''))
    .replace(/\s+/gu, ' ')
    .trim();
}

/** An e-mail address as it was meant, in half-width letters. */
export function plainAddress(text: string): string {
  return halfWidth(plainValue(text));
}

/**
 * A phone number with ASCII digits, plus and dashes; anything else that can be seen stays as it is. A leading 00 is a plus.
 * Mexico dropped the 1 after its country code for mobile numbers; who pastes it means the number without it.
 */
export function plainPhoneNumber(text: string): string {
  const plain = halfWidth(plainValue(text))
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/\u207A|\uFE62/gu, '+')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/^00/, '+');
  return plain.replace(/^(\+[\s().\-/]*52)[\s().\-/]*1((?:[\s().\-/]*\d){10})$/, '$1 $2');
}

/** Digits in ASCII without spaces and dashes between them; anything else that can be seen stays as it is. */
export function plainDigits(text: string): string {
  return halfWidth(plainValue(text))
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/[\s\p{Pd}]/gu, '');
}

/**
 * The key of a request, in capitals, from the key itself or the URL of a page that shows it; `undefined` without one.
 * @see https://support.atlassian.com/jira-cloud-administration/docs/change-the-project-key-format/
 */
export function requestKeyIn(text: string): string | undefined {
  const withoutHost = plainValue(text).replace(/^https?:\/\/[^/]*/i, '');
  const [path = '', query = ''] = withoutHost.split(/[?#]/);
  const key = keysIn(path).at(-1) ?? keysIn(query).at(-1);
  return key?.toUpperCase();
}

function keysIn(text: string): string[] {
  return text.match(/(?<![\w-])[A-Z][A-Z0-9_]+-[1-9]\d*(?![\w-])/gi) ?? [];
}

/** Full-width letters, digits and signs, as East Asian keyboards type them, in their ASCII form. */
function halfWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}

/** Where the digits of scripts begin that people dial with: Arabic, Persian, Devanagari, Bengali, Thai. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50];

function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = ZEROS.find((each) => code >= each && code < each + 10);
  return zero === undefined ? digit : String(code - zero);
}
