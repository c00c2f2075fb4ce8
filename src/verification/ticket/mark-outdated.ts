import { toAppError } from '../app-error';
import { isTimeToLookAgain, isWorthAnotherTry } from './retry-rules';
import type { TicketPorts } from './ports';
import type { OutdatedComment } from './progress';
import type { UpdateTask } from './update-task';

/** The first line of a comment whose outcome no longer holds. */
const OUTDATED_LINE = 'No longer valid';
/** The same where the employee reads it: the one reply that can be outdated is that of a pass. */
const OUTDATED_REPLY_LINE = `${OUTDATED_LINE}: your identity isn’t confirmed for this request.`;

/**
 * Marks earlier comments as no longer valid.
 * @returns the comments that a later run has to mark or check
 */
export async function markOutdated(ports: TicketPorts, task: UpdateTask): Promise<OutdatedComment[]> {
  const left: OutdatedComment[] = [];
  for (const comment of task.progress.outdated) {
    if (!(await isMarked(ports, task, comment))) left.push(comment);
  }
  return left;
}

async function isMarked(
  { issues, clock }: TicketPorts,
  { verification, progress }: UpdateTask,
  { mark, ref, at }: OutdatedComment,
): Promise<boolean> {
  const { id } = verification.link.issue;
  const line = mark.outcome.startsWith('reply-') ? OUTDATED_REPLY_LINE : OUTDATED_LINE;
  try {
    const found = ref === undefined ? await issues.findComments(id, mark) : [{ id: ref }];
    const [standing, ...doubles] = found;
    if (standing) await issues.prefixComment(id, standing.id, line);
    for (const double of doubles) await issues.removeComment(id, double.id);
    // If an answer of Jira was lost, its comment may still appear.
    return ref !== undefined || isTimeToLookAgain({ at }, clock.now());
  } catch (error) {
    return !isWorthAnotherTry(toAppError(error), progress, clock.now());
  }
}
