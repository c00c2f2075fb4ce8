import { sendingErrorSentence } from '../../../src/frontend/issue-panel/error-words';
import { makeLanguage } from '../../../src/frontend/language/language';
import { english } from '../../support/translations';

const language = makeLanguage((key) => english[key] ?? key, { locale: 'en-US' });

test('during the pause between two links, an agent reads for how long it still lasts', () => {
  const said = (now: number) =>
    sendingErrorSentence(language, { code: 'cooling-down', values: { endsAt: 60_000 } }, now);
  expect(said(17_500)).toBe(
    'A link was sent to this employee a moment ago. No link was sent. Try again in 43 s.',
  );
  expect(said(60_000)).toContain('Try again in 1 s.');
});
