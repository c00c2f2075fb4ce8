import {
  ARRIVAL_PAUSE_MS,
  nothingArrived,
  REFUSAL_PAUSE_MS,
  withEvent,
  withRefusal,
} from '../settings/webhook-journal';
import { loadRow, updateRow } from './entity';
import type { WebhookActivity, WebhookJournal } from '../settings/webhook-journal';

const ENTITY = 'webhook-journal';
const KEY = 'webhook-journal';

/** When this instance last wrote a refusal down, so that a flood of them costs no more calls meanwhile. */
let lastRefusalAt = -Infinity;
/** And when an event, by its kind: a burst of webhooks needs what the store can take for the verifications. */
const lastArrivalAt = new Map<string, number>();

/** What came in by the webhook, in one record. */
export const webhookJournal: WebhookJournal = {
  load: async () => (await loadRow<WebhookActivity>(ENTITY, KEY))?.details ?? nothingArrived,
  arrived: async (event, at) => {
    if (at - (lastArrivalAt.get(event) ?? -Infinity) < ARRIVAL_PAUSE_MS) return;
    lastArrivalAt.set(event, at);
    await bestEffort((activity) => withEvent(activity, event, at));
  },
  refused: async (refusal) => {
    if (refusal.at - lastRefusalAt < REFUSAL_PAUSE_MS) return;
    lastRefusalAt = refusal.at;
    await bestEffort((activity) => withRefusal(activity, refusal));
  },
};

async function bestEffort(next: (activity: WebhookActivity) => WebhookActivity): Promise<void> {
  try {
    // Once: where many come at the same moment, all but one would only keep each other trying.
    await updateRow<WebhookActivity>(ENTITY, KEY, (activity = nothingArrived) => next(activity), 1);
  } catch {
    return;
  }
}
