import { toAppError } from '../app-error';
import { isTimeToLookAgain, isWorthAnotherTry } from './progress';
import type { Clock } from '../store';
import type { Issues } from './ports';
import type { OutdatedComment } from './progress';
import type { TellingTask } from './telling-task';

/** The first line of a comment whose outcome no longer holds. */
const OUTDATED_LINE = 'No longer valid';

interface MarkPorts {
  issues: Issues;
  clock: Clock;
}

/**
 * Has earlier comments say that they no longer hold.
 * @returns those that still have to be looked after
 */
export async function markOutdated(ports: MarkPorts, task: TellingTask): Promise<OutdatedComment[]> {
  const left: OutdatedComment[] = [];
  for (const comment of task.progress.outdated) {
    if (!(await isDealtWith(ports, task, comment))) left.push(comment);
  }
  return left;
}

async function isDealtWith(
  { issues, clock }: MarkPorts,
  { verification, progress }: TellingTask,
  { mark, ref, at }: OutdatedComment,
): Promise<boolean> {
  const { id } = verification.link.issue;
  try {
    const found = ref === undefined ? await issues.findComments(id, mark) : [{ id: ref }];
    const [standing, ...doubles] = found;
    if (standing) await issues.prefixComment(id, standing.id, OUTDATED_LINE);
    for (const double of doubles) await issues.removeComment(id, double.id);
    // Where an answer was lost, Jira may show a comment later.
    return ref !== undefined || isTimeToLookAgain({ at }, clock.now());
  } catch (error) {
    return !isWorthAnotherTry(toAppError(error), progress, clock.now());
  }
}
