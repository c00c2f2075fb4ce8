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
  /** What the fields of a webhook are called, which was seen as `eventType` and `interviewId` only. */
  eventField: z.enum(['eventType', 'event', 'type']),
  sessionField: z.enum(['interviewId', 'interview_id', 'sessionId']),
  /** Whether the fields of a webhook stand one level down. */
  nestedUnder: z.enum(['', 'data', 'session']),
  /** Whether webhooks have fields that nobody has seen: times, an event's id, the reason of a failure. */
  extraFields: z.boolean(),
  /** What webhooks call the employee; only that it is what was sent has been seen. */
  loginHint: z.enum(['as sent', 'missing', 'in capitals', 'with spaces', 'identity id']),
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
  eventField: 'eventType',
  sessionField: 'interviewId',
  nestedUnder: '',
  extraFields: false,
  loginHint: 'as sent',
  changedIdentities: [],
  secondAttempt: false,
  requestsPerMinute: null,
  tokenLifetime: 300,
};
