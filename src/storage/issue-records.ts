import { kvs } from '@forge/kvs';
import { isMissingKey, stored, storageUnavailable } from './failure';
import { settingsPlace, toSettings } from './settings-store';
import type { BatchGetResult } from '@forge/kvs';
import type { Row } from './entity';
import type { Settings } from '../settings/settings';
import type { StoredSettings } from '../settings/ports';
import type { Stored } from '../verification/store';
import type { Ticket } from '../verification/ticket/ticket';

/** The settings and the ticket's record of an issue. */
export interface IssueRecords {
  stored: StoredSettings;
  ticket: Stored<Ticket> | undefined;
}

/**
 * The settings and an issue's ticket record in one request, for what is shown and who is let in. Whether a batch reads as
 * consistently as a single `get` is undocumented: what changes anything, and the gate, read by key.
 * Throws `storage-unavailable`.
 * @see https://developer.atlassian.com/platform/forge/storage-reference/storage-api-batch/
 */
export async function issueRecords(issueId: string): Promise<IssueRecords> {
  const ticketPlace = { entityName: 'ticket', key: issueId };
  const batch = await stored(kvs.batchGet<unknown>([settingsPlace, ticketPlace]));
  const ticket = rowIn<Ticket>(batch, ticketPlace);
  return {
    stored: toSettings(rowIn<Settings>(batch, settingsPlace)),
    ticket: ticket && { key: issueId, value: ticket.details, rev: ticket.rev },
  };
}

interface Place {
  entityName: string;
  key: string;
}

// A key without a value is listed as failed; any other failure must not be taken for a missing value.
function rowIn<T>({ successfulKeys, failedKeys }: BatchGetResult<unknown>, place: Place): Row<T> | undefined {
  const isIt = (item: { key: string; entityName?: string }) =>
    item.key === place.key && item.entityName === place.entityName;
  const failure = failedKeys.find(isIt)?.error;
  if (failure && !isMissingKey(failure)) throw storageUnavailable(failure);
  return successfulKeys.find(isIt)?.value as Row<T> | undefined;
}
