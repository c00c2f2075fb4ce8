import { fieldValues } from '../../../src/verification/ticket/field-values';
import { after, anEventOf as event, aVerification, replaced } from '../../support/builders';
import type { SessionEvent } from '../../../src/verification/session/session-event';

const SOON = 20;
const MUCH_LATER = 24 * 60 * 60_000;

test.each<[what: string, events: SessionEvent[], now: number, name: string]>([
  ['a link that waits', [], SOON, 'Link sent'],
  ['a link that ended', [], MUCH_LATER, 'Expired'],
  ['a link that was opened', [event('started')], SOON, 'Link opened'],
  ['an opened link without a result', [event('started')], MUCH_LATER, 'No result'],
  ['a pass', [event('succeeded')], SOON, 'Passed'],
  ['a failure', [event('failed')], SOON, 'Failed'],
  ['a review', [event('pending-review')], SOON, 'Manual review'],
  ['opposite verdicts', [event('succeeded'), event('failed')], SOON, 'Conflicting results'],
])('%s is named', (_what, events, now, name) => {
  expect(fieldValues(after(events), now).state).toBe(name);
  expect(fieldValues(after(events, { environment: 'demo' }), now).state).toBe(`${name} (demo)`);
});

test('a pass says when the person acted, not when the result came', () => {
  const verification = after([event('started', 1_000), event('succeeded', 500_000)]);
  expect(fieldValues(verification, 600_000).verifiedAt).toBe('1970-01-01T00:00:01.000Z');
});

test('nothing but a pass says when', () => {
  const verdicts = [event('failed'), event('pending-review'), event('started')];
  for (const verdict of verdicts) expect(fieldValues(after([verdict]), SOON).verifiedAt).toBeNull();
  expect(fieldValues(after([event('succeeded'), event('failed')]), SOON).verifiedAt).toBeNull();
});

test('a link that a newer one replaced says nothing', () => {
  expect(fieldValues(replaced(aVerification()), SOON)).toEqual({ state: null, verifiedAt: null });
});
