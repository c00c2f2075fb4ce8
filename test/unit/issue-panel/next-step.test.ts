import { lackNow } from '../../../src/frontend/components/requirement-words';
import { stateNow } from '../../../src/frontend/components/state-now';
import { nextStep } from '../../../src/frontend/issue-panel/next-step';
import { makeLanguage } from '../../../src/frontend/language/language';
import { verificationView } from '../../../src/functions/panel-view';
import { after, anEventOf, aRequirement } from '../../support/builders';
import { english } from '../../support/translations';
import type { LiveView } from '../../../src/contract/issue-panel';

const MINUTE = 60_000;
const language = makeLanguage((key) => english[key] ?? key, { locale: 'en-US' });

/** What an agent is told to do after a pass, by how the request stands. */
function told(
  standing: Pick<LiveView, 'requirement' | 'objectedAt'>,
  now = MINUTE,
  environment = 'production',
) {
  const isDemo = environment === 'demo';
  const passed = after([anEventOf('succeeded')], isDemo ? { environment: 'demo' } : {});
  const verification = verificationView(passed, 60 * MINUTE, now);
  const state = stateNow(verification, now);
  return nextStep(language, { verification, state, now, lack: lackNow(standing, now) });
}

const short = (reason: 'code-not-confirmed' | 'reporter-changed' | 'superseded') => ({
  requirement: aRequirement({ kind: 'insufficient', reason }),
});

test.each([
  ['no rule is for', {}, 'Identity confirmed — you may proceed'],
  [
    'has what it needs',
    { requirement: aRequirement({ kind: 'sufficient', until: 2 * MINUTE }) },
    'Identity confirmed',
  ],
  ['needs the code', short('code-not-confirmed'), 'Don’t proceed yet: the caller’s code isn’t confirmed.'],
  ['has another reporter', short('reporter-changed'), 'Don’t proceed yet: the reporter has changed since.'],
  ['cannot be judged', { requirement: { kind: 'unreadable' } }, 'Don’t proceed until you know'],
  ['is objected to', { objectedAt: 0 }, 'Don’t proceed yet: the employee objected.'],
] as const)('a pass on a request that %s says whether to proceed', (_, standing, words) => {
  expect(told(standing)).toContain(words);
});

test('a pass that is not enough says so however long ago it was', () => {
  expect(told({}, 11 * MINUTE)).toContain('Is this still the same call?');
  expect(told(short('code-not-confirmed'), 11 * MINUTE)).toContain('Don’t proceed yet');
});

test('a demo pass is never to be relied on', () => {
  const words = 'Test result. Don’t use it to give access.';
  expect(told({}, MINUTE, 'demo')).toBe(words);
  expect(told(short('code-not-confirmed'), MINUTE, 'demo')).toBe(words);
});
