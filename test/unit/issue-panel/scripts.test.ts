import { scriptOf } from '../../../src/frontend/issue-panel/scripts';
import { stateNow } from '../../../src/frontend/components/state-now';
import { verificationView } from '../../../src/functions/panel-view';
import { aVerification, after, anEventOf, replaced } from '../../support/builders';
import { english } from '../../support/translations';
import type { Verification } from '../../../src/verification/session/session-record';

const MINUTE = 60_000;

/** What an agent is to say at a time, after the verification was requested at 0 and its link ends after ten minutes. */
function said(verification: Verification, now = MINUTE): string | undefined {
  const view = verificationView(verification, 60 * 60_000, now);
  const script = scriptOf({ verification: view, state: stateNow(view, now), now, lack: undefined });
  return script && english[script];
}

function objected(verification: Verification): Verification {
  return { ...verification, facts: { ...verification.facts, objected: { at: MINUTE, rev: 9 } } };
}

const mismatch = (): Verification => {
  const hint = { kind: 'text', text: 'grace@example.com' } as const;
  return after([{ ...anEventOf('succeeded'), loginHint: hint }]);
};
const byEmail = { method: 'email', maskedDestination: 'a•••@example.com', source: 'corporate' } as const;
const handedOver = 'handing this to a colleague';

test.each([
  ['sent by SMS', aVerification(), MINUTE, 'a text from Incode'],
  ['sent by email', aVerification({ delivery: byEmail }), MINUTE, 'an email from Incode'],
  ['opened', after([anEventOf('started')]), MINUTE, 'the link was opened'],
  ['taking long', after([anEventOf('started')]), 3 * MINUTE, 'What do you see'],
  ['passed', after([anEventOf('succeeded')]), MINUTE, 'what you just did for the check'],
  ['passed ten minutes ago', after([anEventOf('succeeded')]), 11 * MINUTE, 'have we been on this call'],
  ['passed earlier', after([anEventOf('succeeded')]), 61 * MINUTE, 'a while ago'],
  ['failed', after([anEventOf('failed')]), MINUTE, handedOver],
  ['in review', after([anEventOf('pending-review')]), MINUTE, 'needs a review'],
  ['expired', aVerification(), 10 * MINUTE, 'has expired'],
  ['without a result', after([anEventOf('started')]), 44 * MINUTE, 'didn’t get a result'],
  ['conflicting', after([anEventOf('succeeded'), anEventOf('failed')]), MINUTE, handedOver],
  ['of a different person', mismatch(), MINUTE, handedOver],
  ['objected after it was sent', objected(aVerification()), 2 * MINUTE, handedOver],
  ['objected after a pass', objected(after([anEventOf('succeeded')])), 2 * MINUTE, handedOver],
])('what to say of a verification that is %s', (_, verification, now, words) => {
  expect(said(verification, now)).toContain(words);
});

test('of a link that was replaced there is nothing to say', () => {
  expect(said(replaced(aVerification()))).toBeUndefined();
});
