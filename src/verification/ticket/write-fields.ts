import { toAppError } from '../app-error';
import { afterFailing, afterWriting, fieldsImpossible } from './field-progress';
import type { AppError } from '../app-error';
import type { TicketPorts } from './ports';
import type { FieldProgress } from './progress';

/** The fields after a run, and what went wrong, if anything did. */
export interface FieldsEnd {
  fields: FieldProgress;
  error?: AppError | undefined;
}

/**
 * Has the issue's fields say what they are to say.
 * @param before as it was before the lease
 */
export async function writeFields(
  { identityFields, clock }: TicketPorts,
  issueId: string,
  before: FieldProgress,
): Promise<FieldsEnd> {
  try {
    const isThere = await identityFields.write(issueId, before.values);
    const now = clock.now();
    return { fields: isThere ? afterWriting(before, now) : fieldsImpossible(before, 'no-such-field') };
  } catch (cause) {
    const error = toAppError(cause);
    return { fields: afterFailing(before, error, clock.now()), error };
  }
}
