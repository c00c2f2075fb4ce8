import type { IncodeSwitches } from '../../../incode/switches';
import { sendJson } from '../../http';

export type SwitchName = keyof IncodeSwitches;

export async function setSwitches(incode: Partial<IncodeSwitches>): Promise<void> {
  await sendJson('POST', '/site/switches', { incode });
}

interface Choice {
  name: 'eventField' | 'eventNames' | 'sessionField' | 'nestedUnder' | 'loginHint' | 'identityId';
  label: string;
  /** What is sent, and what a person reads. */
  options: readonly (readonly [value: string, text: string])[];
}

/** What is either so or not. */
export const TOGGLES = [
  ['dropDeliveries', 'Lose webhooks on the way'],
  ['doubleDeliveries', 'Send each webhook twice'],
  ['reorderDeliveries', 'Let each second webhook overtake the one before'],
  ['extraFields', 'Send more fields: times, an event ID, a reason'],
  ['secondAttempt', 'Let an employee who failed try once more by the same link'],
] as const satisfies readonly (readonly [SwitchName, string])[];

/** Which of some forms is sent. */
export const CHOICES: readonly Choice[] = [
  {
    name: 'eventField',
    label: 'Field of the event',
    options: [same('eventType'), same('event_type'), same('event'), same('type')],
  },
  {
    name: 'eventNames',
    label: 'Events are called',
    options: [same('as documented'), same('in words')],
  },
  {
    name: 'sessionField',
    label: 'Field of the session',
    options: [same('interviewId'), same('interview_id'), same('sessionId')],
  },
  {
    name: 'nestedUnder',
    label: 'Fields stand',
    options: [
      ['', 'at the top'],
      ['data', 'under data'],
      ['session', 'under session'],
    ],
  },
  {
    name: 'loginHint',
    label: 'loginHint is',
    options: [
      same('as sent'),
      same('missing'),
      same('in capitals'),
      same('with spaces'),
      ['identity id', 'the identity ID'],
    ],
  },
  {
    name: 'identityId',
    label: 'identityId comes',
    options: [same('on success'), same('with every verdict')],
  },
];

interface Amount {
  name: 'deliveryDelay' | 'retries' | 'requestsPerMinute' | 'tokenLifetime';
  label: string;
  min: number;
  max: number;
  /** What an empty field stands for; without it, it must be filled in. */
  empty?: string;
}

export const AMOUNTS: readonly Amount[] = [
  { name: 'deliveryDelay', label: 'Delay of webhooks, in seconds', min: 0, max: 86_400 },
  { name: 'retries', label: 'Retries of a webhook', min: 0, max: 5 },
  { name: 'requestsPerMinute', label: 'Requests in a minute', min: 0, max: 100_000, empty: 'no limit' },
  { name: 'tokenLifetime', label: 'Life of an access token, in seconds', min: 1, max: 86_400 },
];

function same(text: string): readonly [string, string] {
  return [text, text];
}
