import { loadRow, updateRow } from './entity';
import { withEntry } from '../settings/change-log';
import type { ChangeEntry, ChangeLog } from '../settings/change-log';

const ENTITY = 'change-log';
const KEY = 'change-log';

/** The newest hundred entries, in one record. */
export const changeLog: ChangeLog = {
  add: (entry) => updateRow<ChangeEntry[]>(ENTITY, KEY, (entries = []) => withEntry(entries, entry)),
  forget: (accountId) =>
    updateRow<ChangeEntry[]>(ENTITY, KEY, (entries = []) =>
      entries.map((entry) => (entry.by === accountId ? { ...entry, by: '' } : entry)),
    ),
  list: async () => (await loadRow<ChangeEntry[]>(ENTITY, KEY))?.details ?? [],
};
