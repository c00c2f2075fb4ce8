import { severityOf } from '../../../src/frontend/settings-page/health-words';
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
