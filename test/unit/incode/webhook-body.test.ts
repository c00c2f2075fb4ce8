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
    loginHint: 'ada@example.com',
    identityId: '65f1beef65f1beef65f1beef',
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
    expect(read({ ...observed, eventType })).toEqual({ kind: 'other' });
  },
);

test.each(['', 'null', '[]', '7', '"text"', '{}', '{', '{"eventType":7}', '{"eventType":""}'])(
  '%p is unreadable',
  (text) => {
    expect(readWebhookBody(text, 7)).toMatchObject({ kind: 'unreadable' });
  },
);

test.each([undefined, '', 'a b', '../x', 'x'.repeat(129), 7, { $ne: 1 }])(
  'a session event with the id %p is unreadable',
  (interviewId) => {
    expect(read({ eventType: 'SESSION_STARTED', interviewId: interviewId ?? null })).toEqual({
      kind: 'unreadable',
      reason: 'no-session',
      keys: ['eventType', 'interviewId'],
    });
  },
);

test('no text whatever makes it throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(['session-event', 'other', 'unreadable']).toContain(readWebhookBody(text, 7).kind);
    }),
  );
});
