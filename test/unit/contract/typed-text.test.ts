import fc from 'fast-check';
import { hasEmailShape, hasPhoneShape } from '../../../src/contract/address-shape';
import {
  plainAddress,
  plainDigits,
  plainPhoneNumber,
  plainValue,
  plainWords,
  requestKeyIn,
} from '../../../src/contract/typed-text';

/** The digits and the plus of a number, however it is grouped. */
function dialled(text: string): string {
  return plainPhoneNumber(text).replace(/[\s().\-/]/g, '');
}

describe('a phone number', () => {
  it.each([
    ['marks of writing direction', '\u202D+1 415 555 0123\u202C'],
    ['a left-to-right mark', '\u200E+1 415 555 0123'],
    ['zero-width spaces', '+1\u200B415\u200B555\u200B0123'],
    ['non-breaking hyphens', '+1\u2011415\u2011555\u20110123'],
    ['en dashes', '+1–415–555–0123'],
    ['a minus sign', '+1\u2212415\u2212555\u22120123'],
    ['narrow spaces', '+1\u202F415\u202F555\u202F0123'],
    ['full-width digits', '＋１ ４１５ ５５５ ０１２３'],
    ['full-width signs', '＋１（４１５）５５５－０１２３'],
    ['Arabic digits', '+١ ٤١٥ ٥٥٥ ٠١٢٣'],
    ['Persian digits', '+۱ ۴۱۵ ۵۵۵ ۰۱۲۳'],
    ['Devanagari digits', '+१ ४१५ ५५५ ०१२३'],
    ['a variation selector', '+1\uFE0D 415 555 0123'],
    ['a byte order mark', '\uFEFF+1 415 555 0123'],
    ['00 for the plus', '001 415 555 0123'],
  ])('is read with %s', (_, pasted) => {
    expect(dialled(pasted)).toBe('+14155550123');
    expect(hasPhoneShape(pasted)).toBe(true);
  });

  it.each([
    ['+52 1 55 1234 5678', '+525512345678'],
    ['+5215512345678', '+525512345678'],
    ['0052 (1) 55-1234-5678', '+525512345678'],
    ['+52 55 1234 5678', '+525512345678'],
    ['+1 521 555 0123', '+15215550123'],
    // Too short to have a 1 that can be left out.
    ['+52 1 55 1234 567', '+521551234567'],
  ])('of Mexico is read without the old 1: %s', (typed, number) => {
    expect(dialled(typed)).toBe(number);
  });

  it('keeps what nobody could mean, so that it is refused', () => {
    expect(plainPhoneNumber('+1 415 CALL NOW')).toBe('+1 415 CALL NOW');
    expect(hasPhoneShape('+1 415 CALL NOW')).toBe(false);
  });
});

/** What spreadsheets, chats and web pages leave in a text. */
const invisible = fc.constantFrom(
  ...Array.from(
    '\u200B\u200C\u200D\u200E\u200F\u202A\u202C\u202D\u2060\u2066\u2069\u00AD\u034F\u061C\u180E\uFE0D\uFEFF\u0000\u0007\u007F',
  ),
);

/** A text with invisible characters between its letters. */
function peppered(text: string) {
  const places = fc.array(invisible, { minLength: text.length + 1, maxLength: text.length + 1 });
  return places.map((marks) => marks.map((mark, i) => mark + (text[i] ?? '')).join(''));
}

test('what cannot be seen makes no difference to an address, a value or a number', () => {
  fc.assert(
    fc.property(
      peppered('ada@example.com'),
      peppered('5b10ac8d82e0'),
      peppered('+14155550123'),
      (a, b, c) => {
        expect(plainAddress(a)).toBe('ada@example.com');
        expect(hasEmailShape(a)).toBe(true);
        expect(plainValue(b)).toBe('5b10ac8d82e0');
        expect(plainPhoneNumber(c)).toBe('+14155550123');
      },
    ),
  );
});

test('reading a text twice is reading it once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const read of [plainValue, plainWords, plainAddress, plainPhoneNumber]) {
        expect(read(read(text))).toBe(read(text));
      }
    }),
  );
});

test('an address from an East Asian keyboard is half-width', () => {
  expect(plainAddress(' ａｄａ＠ｅｘａｍｐｌｅ．ｃｏｍ ')).toBe('ada@example.com');
});

test('a name keeps its inner spaces, as plain ones', () => {
  expect(plainValue('\u200Bservice\u00A0desk\u200B')).toBe('service desk');
});

test('words keep emoji and joined letters, lose what hides, and are empty where nothing can be seen', () => {
  expect(plainWords('called\u202E back \u{1F469}\u200D\u{1F4BB} \u2764\uFE0F')).toBe(
    'called back \u{1F469}\u200D\u{1F4BB} \u2764\uFE0F',
  );
  expect(plainWords('\u200B\u200D\uFE0F \u2060')).toBe('');
});

test.each([
  ['HELP-1', 'HELP-1'],
  [' help-12\u200B', 'HELP-12'],
  ['https://example.atlassian.net/browse/HELP-1', 'HELP-1'],
  ['https://example.atlassian.net/browse/HELP-1?focusedCommentId=10', 'HELP-1'],
  ['https://example.atlassian.net/jira/servicedesk/projects/HELP/queues/custom/3/HELP-7', 'HELP-7'],
  ['https://example.atlassian.net/jira/software/projects/IT/boards/2?selectedIssue=IT_OPS-3', 'IT_OPS-3'],
  ['https://site-2.atlassian.net/browse/HELP-1#top', 'HELP-1'],
  ['https://site-2.atlassian.net/browse/HELP-1?charset=UTF-8', 'HELP-1'],
])('the key in %s is %s', (text, key) => {
  expect(requestKeyIn(text)).toBe(key);
});

test.each(['', 'HELP', 'HELP-0', '../../HELP', 'agent@example.com', '712020:0e6d3c7b'])(
  'there is no key in %p',
  (text) => {
    expect(requestKeyIn(text)).toBeUndefined();
  },
);

test('digits are read however they are typed, and everything else stays', () => {
  for (const typed of ['471', ' 4-7 1 ', '４７１', '٤٧١', '\u200E4\u200B71'])
    expect(plainDigits(typed)).toBe('471');
  expect(plainDigits('47l')).toBe('47l');
  expect(plainDigits('004')).toBe('004');
});
