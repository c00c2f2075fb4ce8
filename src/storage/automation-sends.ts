import { countSend } from '../verification/sending/limits';
import { updateRow } from './entity';
import type { AutomationSends } from '../verification/sending/send-by-automation';

// Beside the test links, which are counted for a whole installation too.
const ENTITY = 'change-log';
const KEY = 'automation-links';

/** Rules often run for many requests at once, and all of them count here. */
const MOST_TRIES = 30;

/** When rules of Automation tried to send links, in one record. */
export const automationSends: AutomationSends = {
  count: (now, most) =>
    updateRow<number[]>(ENTITY, KEY, (sends) => countSend('automation', sends, most, now), MOST_TRIES),
};
