import { toAppError } from '../app-error';
import { isTimeToLookAgain, isWorthAnotherTry } from './retry-rules';
import type { TicketPorts } from './ports';
import type { OutdatedComment } from './progress';
import type { UpdateTask } from './update-task';

/** The first line of a comment whose outcome no longer holds. */
const OUTDATED_LINE = 'No longer valid';

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
  try {
    const found = ref === undefined ? await issues.findComments(id, mark) : [{ id: ref }];
    const [standing, ...doubles] = found;
    if (standing) await issues.prefixComment(id, standing.id, OUTDATED_LINE);
    for (const double of doubles) await issues.removeComment(id, double.id);
    // If an answer of Jira was lost, its comment may still appear.
    return ref !== undefined || isTimeToLookAgain({ at }, clock.now());
  } catch (error) {
    return !isWorthAnotherTry(toAppError(error), progress, clock.now());
  }
}
