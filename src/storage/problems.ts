import { randomUUID } from 'node:crypto';
import { kvs, Sort } from '@forge/kvs';
import { loadRow } from './entity';
import { isMissingKey, stored, storageUnavailable } from './failure';
import { sortableTime } from './sortable-time';
import { kindsOfVerification } from '../verification/ticket/problems';
import type { Row } from './entity';
import type { Problems } from '../settings/ports';
import type { Health, Problem } from '../verification/ticket/ports';

const ENTITY = 'problem';
/** All problems share one partition of the index `by-time`. */
const BUCKET = 'problem';
const MOST_SHOWN = 50;
const KEPT = { unit: 'DAYS', value: 30 } as const;

/** Problems, one record each, which Forge drops after a month. */
export const problems: Problems & Health = {
  async report(problem) {
    try {
      const row = {
        bucket: BUCKET,
        at: sortableTime(problem.at),
        rev: 1,
        writeId: randomUUID(),
        details: problem,
      };
      await kvs.entity(ENTITY).set(keyOf(problem), row, { ttl: KEPT });
    } catch {
      return;
    }
  },
  async forget({ issue, interviewId }) {
    const keys = kindsOfVerification.map((kind) => keyOf({ kind, issue, interviewId }));
    const { failedKeys } = await stored(kvs.batchDelete(keys.map((key) => ({ key, entityName: ENTITY }))));
    const failed = failedKeys.find(({ error }) => !isMissingKey(error));
    if (failed) throw storageUnavailable(failed.error);
  },
  async list() {
    const query = kvs
      .entity<Row<Problem>>(ENTITY)
      .query()
      .index('by-time', { partition: [BUCKET] });
    const { results } = await stored(query.sort(Sort.DESC).limit(MOST_SHOWN).getMany());
    return results.map(({ key, value }) => ({ ...value.details, id: key }));
  },
  load: async (id) => (await loadRow<Problem>(ENTITY, id))?.details,
  remove: (id) => stored(kvs.entity(ENTITY).delete(id)),
};

function keyOf({ kind, issue, interviewId, code }: Omit<Problem, 'at'>): string {
  // They concern how Incode or Jira is set up, not a single request.
  if (kind === 'login-hint-no-address' || kind === 'fields-impossible') return kind;
  return [kind, issue.id, interviewId ?? code ?? ''].join(':');
}
