/** How long ago `then` was at `now`, both in milliseconds, in a few words. */
export function ago(then: number, now: number): string {
  const minutes = Math.floor((now - then) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? `${hours} h ago` : `${Math.floor(hours / 24)} d ago`;
}

const dateTime = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });
const time = new Intl.DateTimeFormat('en', { timeStyle: 'medium' });

/** A point in time with its date, in the browser's time zone. */
export function onDate(then: number): string {
  return dateTime.format(then);
}

/** A point in time to the second, for what happened within minutes. */
export function atTime(then: number): string {
  return time.format(then);
}
