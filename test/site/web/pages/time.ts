const DAY_LENGTH = '2026-07-01'.length;

const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const absolute = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });
const exact = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
});
const clock = new Intl.DateTimeFormat('en', { hour: 'numeric', minute: '2-digit' });

/** "5 minutes ago", "in 2 hours", "just now". */
export function timeAgo(at: number, now: number): string {
  const [unit, size] = UNITS.find(([, ms]) => Math.abs(at - now) >= ms) ?? [];
  return unit && size ? relative.format(Math.round((at - now) / size), unit) : 'just now';
}

export function dateTime(at: number): string {
  return absolute.format(at);
}

/** The same in another language; a day alone has no time of day. */
export function localDate(iso: string, locale: string): string {
  if (iso.length > DAY_LENGTH) {
    return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(
      Date.parse(iso),
    );
  }
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(iso));
}

/** "12:34:56.789" */
export function exactTime(at: number): string {
  return exact.format(at);
}

export function timeOfDay(at: number): string {
  return clock.format(at);
}
