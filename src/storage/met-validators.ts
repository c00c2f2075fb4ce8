import { commitRows, createRow, loadRow } from './entity';
import type { MetValidator, MetValidators } from '../assurance/ports';

const ENTITY = 'met-validators';
const KEY = 'met-validators';

/** Where people met the app's validators, in one record. */
export const metValidators: MetValidators = {
  async load() {
    const row = await loadRow<MetValidator[]>(ENTITY, KEY);
    return { validators: row?.details ?? [], revision: row?.rev ?? 0 };
  },
  async save(revision, validators) {
    if (revision === 0) await createRow(ENTITY, KEY, validators);
    else await commitRows([{ entityName: ENTITY, key: KEY, rev: revision, details: validators }]);
  },
};
