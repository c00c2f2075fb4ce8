import { withHeld } from '../../../src/frontend/issue-panel/with-held';
import { verificationView } from '../../../src/functions/panel-view';
import { aVerification } from '../../support/builders';
import type { PanelAnswer, PanelView, VerificationView } from '../../../src/contract/issue-panel';

const requester = { email: 'ada@example.com', displayName: 'Ada Lovelace' };

function aView(changes: Partial<VerificationView>, ofRequester?: PanelView['requester']): PanelAnswer {
  const verification = { ...verificationView(aVerification(), 60_000, 0), ...changes };
  return { verification, requester: ofRequester } as PanelAnswer;
}

const held = (before: Partial<VerificationView>, answer: PanelAnswer) =>
  withHeld(withHeld(undefined, aView(before, requester)), answer);

test('the requester stays where an answer goes without', () => {
  expect(held({}, aView({})).requester).toEqual(requester);
  expect(held({}, aView({}, {})).requester).toEqual({});
});

test.each(['other', 'unknown'] as const)(
  'that they are not known to be who was verified stays, too (%s)',
  (reporter) => {
    expect(held({ reporter }, aView({})).verification?.reporter).toBe(reporter);
  },
);

test('an answer that says otherwise, or is about another link, counts', () => {
  expect(held({ reporter: 'other' }, aView({}, requester)).verification?.reporter).toBe('reporter');
  expect(held({ reporter: 'other' }, aView({ sessionId: 'session-2' })).verification?.reporter).toBe(
    'reporter',
  );
  expect(held({}, aView({ reporter: 'other' })).verification?.reporter).toBe('other');
});
