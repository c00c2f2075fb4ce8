import { loadRow, updateRow } from './entity';
import type { ChangeEntry, ChangeLog } from '../settings/change-log';

const ENTITY = 'change-log';
const KEY = 'change-log';
const KEPT = 100;

/** The newest hundred entries, in one record. */
export const changeLog: ChangeLog = {
  add: (entry) => updateRow<ChangeEntry[]>(ENTITY, KEY, (entries = []) => [entry, ...entries].slice(0, KEPT)),
  forget: (accountId) =>
    updateRow<ChangeEntry[]>(ENTITY, KEY, (entries = []) =>
      entries.map((entry) => (entry.by === accountId ? { ...entry, by: '' } : entry)),
    ),
  list: async () => (await loadRow<ChangeEntry[]>(ENTITY, KEY))?.details ?? [],
};
