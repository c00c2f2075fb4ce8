/** The time until `end` as `m:ss`, rounded up to the second; `0:00` when it is over. Both in milliseconds. */
export function timeLeft(end: number, now: number): string {
  const seconds = Math.max(0, Math.ceil((end - now) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
