import { makeLanguage } from '../../../src/frontend/language/language';
import { problemSentence, severityOf } from '../../../src/frontend/settings-page/health-words';
import { english } from '../../support/translations';
import type { ProblemView } from '../../../src/contract/settings-page';

const problem = { id: '1', at: 1, issue: { id: '1', key: 'HELP-1' }, canTryAgain: false };

test.each([
  ['mismatch', undefined, 'high'],
  ['conflicting', undefined, 'high'],
  ['objected', undefined, 'high'],
  ['identity-changed', undefined, 'high'],
  ['comment-impossible', 'still-public', 'high'],
  ['comment-impossible', 'refused', 'medium'],
  ['transition-impossible', 'gave-up', 'medium'],
  ['burst', 'agent', 'medium'],
  ['no-result', undefined, 'low'],
] as [ProblemView['kind'], string | undefined, string][])(
  '%s, %s is of severity %s',
  (kind, code, severity) => {
    expect(severityOf({ ...problem, kind, code })).toBe(severity);
  },
);

test.each(['employee', 'ticket', 'agent', 'automation'])(
  'a limit that was reached is told as that of its owner: %s',
  (code) => {
    const language = makeLanguage((key) => english[key] ?? key, { locale: 'en-US' });
    const said = problemSentence(language, { ...problem, kind: 'burst', code });
    expect(said).toBe(english[`settings.problem.burst.${code}`]);
  },
);

test.each([
  ['comment-impossible', false],
  ['reply-impossible', false],
  ['transition-impossible', true],
] as const)(
  'what Jira refused (%s) leads to the transition’s fields only if it was one: %s',
  (kind, does) => {
    const language = makeLanguage((key) => english[key] ?? key, { locale: 'en-US' });
    const said = problemSentence(language, { ...problem, kind, code: 'refused' });
    expect(said).toContain('Jira refused it. Check the app’s permissions in the project.');
    expect(/status|transition’s fields/.test(said.split(': ')[1] ?? '')).toBe(does);
  },
);
