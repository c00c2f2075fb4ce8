import type { FunctionOperand } from '@atlaskit/jql-ast';

const MINUTE = 60_000;
const LENGTHS: Readonly<Record<string, number>> = {
  m: MINUTE,
  h: 60 * MINUTE,
  d: 24 * 60 * MINUTE,
  w: 7 * 24 * 60 * MINUTE,
};

const ABSOLUTE = /^(\d{4})([/-])(\d{1,2})\2(\d{1,2})(?: (\d{1,2}):(\d{2}))?$/;
const RELATIVE = /^[+-]?\d+[wdhm](?: \d+[wdhm])*$/;
const FUNCTION = /^(start|end)of(day|week|month|year)$/;
const INCREMENT = /^([+-]?\d+)([yMwdhm]?)$/;

/** A time of day of an account here is UTC. Weeks begin on Sunday, as in `en_US`. */
type Period = 'day' | 'week' | 'month' | 'year';

const OWN_UNIT: Readonly<Record<Period, string>> = { day: 'd', week: 'w', month: 'M', year: 'y' };

/**
 * A date of JQL in milliseconds: absolute, or relative to now. `undefined` for other text.
 * @see https://support.atlassian.com/jira-software-cloud/docs/jql-fields/#Created
 */
export function dateOf(text: string, now: number): number | undefined {
  if (RELATIVE.test(text)) return now + lengthOf(text);
  const [, year, , month, day, hours = 0, minutes = 0] = ABSOLUTE.exec(text) ?? [];
  if (year === undefined) return undefined;
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hours), Number(minutes)));
  return at.getUTCMonth() === Number(month) - 1 && at.getUTCDate() === Number(day) ? at.getTime() : undefined;
}

/**
 * The value of a date function; `undefined` for any other function, or for an argument that it does not take.
 * @see https://support.atlassian.com/jira-software-cloud/docs/jql-functions/#startOfDay--
 */
export function dateFunction(operand: FunctionOperand, now: number): number | undefined {
  const name = operand.function.value.toLowerCase();
  if (name === 'now') return operand.arguments.length === 0 ? now : undefined;
  const [, end, period] = FUNCTION.exec(name) ?? [];
  return period === undefined ? undefined : edgeOf(period as Period, end === 'start', operand, now);
}

/** Start or end of a period, which the argument moves. */
function edgeOf(
  period: Period,
  isStart: boolean,
  { arguments: [by] }: FunctionOperand,
  now: number,
): number | undefined {
  const [, count, unit = ''] = INCREMENT.exec(by?.value ?? '0') ?? [];
  if (count === undefined) return undefined;
  const own = OWN_UNIT[period];
  const start = startOf(period, later(now, Number(count), unit === '' ? own : unit));
  return isStart ? start : startOf(period, later(start, 1, own)) - 1;
}

function lengthOf(text: string): number {
  const sign = text.startsWith('-') ? -1 : 1;
  const parts = [...text.matchAll(/(\d+)([wdhm])/g)];
  return sign * parts.reduce((sum, [, count, unit = '']) => sum + Number(count) * (LENGTHS[unit] ?? 0), 0);
}

function later(at: number, count: number, unit: string): number {
  if (unit !== 'M' && unit !== 'y') return at + count * (LENGTHS[unit] ?? 0);
  const date = new Date(at);
  return date.setUTCMonth(date.getUTCMonth() + count * (unit === 'y' ? 12 : 1));
}

function startOf(period: Period, at: number): number {
  const date = new Date(at);
  date.setUTCHours(0, 0, 0, 0);
  if (period === 'week') date.setUTCDate(date.getUTCDate() - date.getUTCDay());
  if (period === 'month') date.setUTCDate(1);
  if (period === 'year') date.setUTCMonth(0, 1);
  return date.getTime();
}
