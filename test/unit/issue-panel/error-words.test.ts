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

describe('an active link from another request', () => {
  const said = (values: Record<string, string | number>) =>
    sendingErrorSentence(language, { code: 'live-elsewhere', values }, 0);

  test('is to be continued there, if the agent may see it', () => {
    expect(said({ endsAt: 60_000, issueKey: 'HELP-1' })).toBe(
      'This employee already has an active link from HELP-1. It expires in 1 min. No link was sent. Continue there, or wait until it expires.',
    );
  });

  test('is to be waited for, if the agent may not see it', () => {
    expect(said({ endsAt: 60_000 })).toBe(
      'This employee already has an active link from another request. It expires in 1 min. No link was sent. Wait until it expires.',
    );
  });
});
