import { z } from 'zod';

/** How this Incode behaves where Incode leaves it open, or where things go wrong. */
export const INCODE_SWITCHES_SCHEMA = z.strictObject({
  /** Webhooks are lost on the way, and Incode thinks that they arrived. */
  dropDeliveries: z.boolean(),
  /** Each webhook is sent twice, at the same time. */
  doubleDeliveries: z.boolean(),
  /** Seconds before a webhook is sent for the first time. */
  deliveryDelay: z.number().min(0).max(86_400),
  /** Each second webhook overtakes the one before; one that is not overtaken leaves after 30 s. */
  reorderDeliveries: z.boolean(),
  /** Which of two pages is right: a webhook is tried again five times (the newer page) or once (the older one). */
  retries: z.int().min(0).max(5),
  /** What the fields of a webhook are called. For these sessions only `eventType` and `interviewId` were seen. */
  eventField: z.enum(['eventType', 'event_type', 'event', 'type']),
  sessionField: z.enum(['interviewId', 'interview_id', 'sessionId']),
  /** How events are called: `SESSION_SUCCEEDED`, or `Session Succeeded`, which was seen in another of Incode's flows. */
  eventNames: z.enum(['as documented', 'in words']),
  /** Whether the fields of a webhook stand one level down. */
  nestedUnder: z.enum(['', 'data', 'session']),
  /** Whether webhooks have more fields than were observed: times, an event's id, the reason of a failure. */
  extraFields: z.boolean(),
  /** What webhooks call the employee; only that it is what was sent has been seen. */
  loginHint: z.enum(['as sent', 'missing', 'in capitals', 'with spaces', 'identity id']),
  /** Which webhooks tell the employee's identity; that of a success alone has been seen to. */
  identityId: z.enum(['on success', 'with every verdict']),
  /** E-mail addresses of employees whose identity is another one than before. */
  changedIdentities: z.array(z.string()),
  /** Whether somebody who has failed may try once more by the same link. */
  secondAttempt: z.boolean(),
  /** Requests of one environment in a minute before they are refused with 429; the real limit is not known. */
  requestsPerMinute: z.int().min(0).nullable(),
  /** Seconds that an access token lives; Incode does not say. */
  tokenLifetime: z.int().min(1).max(86_400),
});

/** Changed in place; a reset of the site puts it back. */
export type IncodeSwitches = z.output<typeof INCODE_SWITCHES_SCHEMA>;

export const INCODE_SWITCHES: Readonly<IncodeSwitches> = {
  dropDeliveries: false,
  doubleDeliveries: false,
  deliveryDelay: 0,
  reorderDeliveries: false,
  retries: 5,
  eventField: 'eventType',
  sessionField: 'interviewId',
  eventNames: 'as documented',
  nestedUnder: '',
  extraFields: false,
  loginHint: 'as sent',
  identityId: 'on success',
  changedIdentities: [],
  secondAttempt: false,
  requestsPerMinute: null,
  tokenLifetime: 300,
};
