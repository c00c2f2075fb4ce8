import en from '../../../static/locales/en-US.json';
import { errorSentence } from '../../../src/functions/action-words';
import { AppError } from '../../../src/verification/app-error';
import type { ErrorCode } from '../../../src/verification/app-error';

/** What a rule’s owner has to be told otherwise than an agent. */
const otherwise: ReadonlySet<ErrorCode> = new Set([
  'invalid-input',
  'not-permitted',
  'not-found',
  'limit-reached',
  'live-elsewhere',
]);

const codes = Object.keys(en).flatMap((key) => /^error\.([\w-]+)\.what$/.exec(key)?.[1] ?? []) as ErrorCode[];

test.each(codes.filter((code) => !otherwise.has(code)))(
  'a rule is told what an agent is told: %s',
  (code) => {
    const sentence = errorSentence(new AppError(code), 0);
    expect(sentence.startsWith((en as Record<string, string>)[`error.${code}.what`] ?? '?')).toBe(true);
  },
);

test('of what Incode or Jira says, which may name a person, nothing is told', () => {
  const error = new AppError('incode-refused', { reason: 'ada@example.com is blocked' });
  expect(errorSentence(error, 0)).not.toContain('ada');
});

test.each(['ticket', 'employee', 'agent', 'automation'])('names the limit of the %s', (whose) => {
  const error = new AppError('limit-reached', { values: { whose, most: 7, freeAt: 1 } });
  expect(errorSentence(error, 0)).toMatch(/has reached the limit of links in 24 hours: 7\./);
});
