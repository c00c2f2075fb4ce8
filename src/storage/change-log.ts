import { loadRow, updateRow } from './entity';
import { withEntry, withoutAccount } from '../settings/change-log';
import type { ChangeEntry, ChangeLog } from '../settings/change-log';

const ENTITY = 'change-log';
const KEY = 'change-log';

/** The newest hundred entries, in one record. */
export const changeLog: ChangeLog = {
  add: (entry) => updateRow<ChangeEntry[]>(ENTITY, KEY, (entries = []) => withEntry(entries, entry)),
  forget: (accountId) =>
    updateRow<ChangeEntry[]>(ENTITY, KEY, (entries = []) => withoutAccount(entries, accountId)),
  list: async () => (await loadRow<ChangeEntry[]>(ENTITY, KEY))?.details ?? [],
};
