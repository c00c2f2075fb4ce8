import fc from 'fast-check';
import { readWebhookBody } from '../../../src/incode/webhook-body';

const read = (body: unknown) => readWebhookBody(JSON.stringify(body), 7);

/** The flat body as it was observed on the live service. */
const observed = {
  eventType: 'SESSION_SUCCEEDED',
  interviewId: '65f1c0ffee65f1c0ffee65f1',
  loginHint: 'ada@example.com',
  identityId: '65f1beef65f1beef65f1beef',
};

const succeeded = {
  kind: 'session-event',
  event: {
    interviewId: '65f1c0ffee65f1c0ffee65f1',
    type: 'succeeded',
    at: 7,
    loginHint: { kind: 'text', text: 'ada@example.com' },
    identityId: { kind: 'text', text: '65f1beef65f1beef65f1beef' },
  },
};

test('the observed flat body is a session event', () => {
  expect(read(observed)).toEqual(succeeded);
});

test.each([
  ['SESSION_STARTED', 'started'],
  ['SESSION_PROGRESS', 'progress'],
  ['SESSION_SUCCEEDED', 'succeeded'],
  ['SESSION_FAILED', 'failed'],
  ['SESSION_PENDING_REVIEW', 'pending-review'],
])('%s is %s', (eventType, type) => {
  expect(read({ eventType, interviewId: 'x' })).toMatchObject({ event: { type } });
});

test.each([
  ['event', { event: 'SESSION_SUCCEEDED', interview_id: observed.interviewId }],
  ['type', { type: 'SESSION_SUCCEEDED', sessionId: observed.interviewId }],
  ['data', { data: { eventType: 'SESSION_SUCCEEDED', interviewId: observed.interviewId } }],
  ['session', { eventType: 'SESSION_SUCCEEDED', session: { sessionId: observed.interviewId } }],
  [
    'an envelope of another type',
    { type: 'webhook', data: { event: 'SESSION_SUCCEEDED', sessionId: observed.interviewId } },
  ],
])('the alias %s is understood', (_name, body) => {
  expect(read(body)).toMatchObject({ event: { type: 'succeeded', interviewId: observed.interviewId } });
});

test('further fields are no matter', () => {
  expect(read({ ...observed, timestamp: 1, extra: { deep: [1] }, __proto__: { a: 1 } })).toEqual(succeeded);
});

test.each(['IDENTITY_ENROLLED', 'ONBOARDING_FINISHED', 'SOMETHING_NEW', 'constructor'])(
  '%s is no news of a session',
  (eventType) => {
    expect(read({ ...observed, eventType })).toEqual({ kind: 'other', name: eventType });
  },
);

test.each(['', 'null', '[]', '7', '"text"', '{}', '{', '{"eventType":7}', '{"eventType":""}'])(
  '%p is unreadable',
  (text) => {
    expect(readWebhookBody(text, 7)).toMatchObject({ kind: 'unreadable' });
  },
);

test.each(['a b', '../x', 'a/b+c==', 'x'.repeat(129), { $ne: 1 }])(
  'a session with the id %p is not one of ours, and accepted quietly',
  (interviewId) => {
    expect(read({ eventType: 'SESSION_STARTED', interviewId })).toEqual({
      kind: 'other',
      name: 'SESSION_STARTED',
    });
  },
);

test('ids and hints that are whole numbers are read as text', () => {
  const numbers = { eventType: 'SESSION_STARTED', interviewId: 4711, loginHint: 12, identityId: 999 };
  expect(read(numbers)).toMatchObject({
    event: {
      interviewId: '4711',
      loginHint: { kind: 'text', text: '12' },
      identityId: { kind: 'text', text: '999' },
    },
  });
});

test.each([['urn:incode:identity:7'], ['a/b=='], ['x'.repeat(180)]])(
  'an identity may have any form, such as %s',
  (identityId) => {
    expect(read({ ...observed, identityId })).toMatchObject({
      event: { identityId: { kind: 'text', text: identityId } },
    });
  },
);

test.each([[['ada@example.com']], [{ email: 'ada@example.com' }], [true], ['x'.repeat(1001)]])(
  'what is no text (%j) is not the same as nothing',
  (value) => {
    expect(read({ ...observed, loginHint: value, identityId: value })).toMatchObject({
      event: { loginHint: { kind: 'unreadable' }, identityId: { kind: 'unreadable' } },
    });
  },
);

test.each([
  ['event_type', 'Session Succeeded'],
  ['eventType', 'session_succeeded'],
  ['EventType', 'SESSION-SUCCEEDED'],
  ['event type', 'sessionSucceeded'],
])('%s: %s is a success', (name, value) => {
  expect(read({ [name]: value, interviewId: 'x' })).toMatchObject({ event: { type: 'succeeded' } });
});

test('the first name of an event that is present decides', () => {
  const both = { eventType: 'SOMETHING_NEW', event: 'SESSION_SUCCEEDED', interviewId: 'x' };
  expect(read(both)).toEqual({ kind: 'other', name: 'SOMETHING_NEW' });
});

test.each(['onboardingStatus', 'status'])('a verdict is never read from %s', (name) => {
  expect(read({ [name]: 'SESSION_SUCCEEDED', interviewId: 'x' })).toMatchObject({ kind: 'unreadable' });
});

test('an event’s name that may be a value is not repeated', () => {
  expect(read({ eventType: 'ada@example.com', interviewId: 'x' })).toEqual({ kind: 'other', name: '…' });
});

test.each([undefined, ''])('a session event with the id %p is unreadable', (interviewId) => {
  expect(read({ eventType: 'SESSION_STARTED', interviewId: interviewId ?? null })).toEqual({
    kind: 'unreadable',
    reason: 'no-session',
    keys: ['eventType', 'interviewId'],
  });
});

test('no text whatever makes it throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(['session-event', 'other', 'unreadable']).toContain(readWebhookBody(text, 7).kind);
    }),
  );
});
