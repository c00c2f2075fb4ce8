import type { Counted, Word } from './words';

/** What stands for the placeholders of a text, by their names. */
export type Values = Record<string, string | number>;

/** How a user is spoken to. */
export interface Language {
  /** A text with its placeholders (`{name}`) filled in; one that has no value stays, for a `Phrase` to fill. */
  t: (word: Word, values?: Values) => string;
  /** A text in the form that fits a number; `{count}` is that number. */
  counted: (word: Counted, count: number) => string;
  /** Several sentences, one after the other; those that are not there are left out. */
  sentences: (...all: (string | undefined)[]) => string;
  /** Several names, one after the other. */
  list: (all: string[]) => string;
  /** A country by its code, such as `US`. */
  country: (code: string) => string;
  /** A number with its thousands marked. */
  number: (value: number) => string;
  /** How long ago `then` was at `now`, both in milliseconds, in a few words. */
  ago: (then: number, now: number) => string;
  /** A point in time with its date. */
  onDate: (then: number) => string;
  /** A time of day, for what is at hand. */
  clock: (then: number) => string;
  /** A point in time to the second, for what happened within minutes. */
  atTime: (then: number) => string;
}

/** Where a user's profile says they are at home. */
export interface Profile {
  /** Such as `de-DE`. */
  locale: string;
  timezone?: string | undefined;
}

/**
 * @param translate a text by its key, in the user's language or the one that stands in for it
 * @param profile dates follow it, as far as its language is that of the texts
 */
export function makeLanguage(translate: (key: string) => string, profile: Profile): Language {
  const t: Language['t'] = (word, values = {}) => fill(translate(word), values);
  const locale = variantOf(t('language'), profile.locale);
  const plurals = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const countries = new Intl.DisplayNames(locale, { type: 'region' });
  const relative = new Intl.RelativeTimeFormat(locale);
  const dateTime = dateFormat(locale, profile, { dateStyle: 'medium', timeStyle: 'short' });
  const hourAndMinute = dateFormat(locale, profile, { timeStyle: 'short' });
  const time = dateFormat(locale, profile, { timeStyle: 'medium' });
  return {
    t,
    counted: (word, count) => {
      // Further forms of these languages begin at a million.
      const form = plurals.select(count) === 'one' ? 'one' : 'other';
      return fill(translate(`${word}.${form}`), { count: numbers.format(count) });
    },
    sentences: (...all) =>
      all
        .filter((each) => each !== undefined)
        .reduce((first, second) => t('sentences.pair', { first, second })),
    list: ([start = '', ...others]) =>
      others.reduce((first, second) => t('list.pair', { first, second }), start),
    country: (code) => countries.of(code) ?? code,
    number: (value) => numbers.format(value),
    ago: (then, now) => {
      const [unit, size] = UNITS.find(([, ms]) => now - then >= ms) ?? [];
      return unit && size ? relative.format(-Math.floor((now - then) / size), unit) : t('time.justNow');
    },
    onDate: (then) => dateTime.format(then),
    clock: (then) => hourAndMinute.format(then),
    atTime: (then) => time.format(then),
  };
}

const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

function fill(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The user's own variant of the texts' language (`en-GB` for `en-US`), or that language where theirs is another. */
function variantOf(ofTexts: string, ofUser: string): string {
  try {
    const isSame = new Intl.Locale(ofUser).language === new Intl.Locale(ofTexts).language;
    return isSame ? ofUser : ofTexts;
  } catch {
    return ofTexts;
  }
}

/** A format in the user's time zone; where the browser does not know that, in its own. */
function dateFormat(locale: string, { timezone }: Profile, options: Intl.DateTimeFormatOptions) {
  try {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: timezone });
  } catch {
    return new Intl.DateTimeFormat(locale, options);
  }
}
