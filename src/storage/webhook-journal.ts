import { getAppContext } from '@forge/api';
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

/** When something was last written for one installation. In between, a flood of webhooks costs no further calls. */
interface LastWritten {
  refusalAt: number;
  /** By the event's name. In a burst of webhooks, the store's capacity is needed for the verifications. */
  arrivalAt: Map<string, number>;
}

/** A warm function serves several installations, and each has its own pauses. */
const lastWritten = new Map<string, LastWritten>();

function lastWrittenHere(): LastWritten {
  const installation = getAppContext().installationAri.toString();
  const known = lastWritten.get(installation) ?? {
    refusalAt: -Infinity,
    arrivalAt: new Map<string, number>(),
  };
  lastWritten.set(installation, known);
  return known;
}

/** Which webhooks arrived or were refused, in one record. */
export const webhookJournal: WebhookJournal = {
  load: async () => (await loadRow<WebhookActivity>(ENTITY, KEY))?.details ?? nothingArrived,
  arrived: async (event, at) => {
    const { arrivalAt } = lastWrittenHere();
    if (at - (arrivalAt.get(event) ?? -Infinity) < ARRIVAL_PAUSE_MS) return;
    arrivalAt.set(event, at);
    await bestEffort((activity) => withEvent(activity, event, at));
  },
  refused: async (refusal) => {
    const last = lastWrittenHere();
    if (refusal.at - last.refusalAt < REFUSAL_PAUSE_MS) return;
    last.refusalAt = refusal.at;
    await bestEffort((activity) => withRefusal(activity, refusal));
  },
};

async function bestEffort(next: (activity: WebhookActivity) => WebhookActivity): Promise<void> {
  try {
    // One try: contention is not worth retrying.
    await updateRow<WebhookActivity>(ENTITY, KEY, (activity = nothingArrived) => next(activity), 1);
  } catch {
    return;
  }
}
