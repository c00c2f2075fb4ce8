import type { Verification } from '../session/session-record';
import type { IssueSituation, UpdatePolicy, TicketPorts } from './ports';
import type { TicketProgress } from './progress';
import type { SeenStatus } from './ticket';

/** What a run needs to update the ticket. */
export interface UpdateTask {
  verification: Verification;
  /** As it was before the lease. */
  progress: TicketProgress;
  policy: UpdatePolicy;
  situation: IssueSituation;
  /** Whether comments in the project are stopped until an administrator has looked. */
  isStopped: boolean;
  /** The status the issue had when we sent the link, or that we gave it since. */
  seen: SeenStatus | undefined;
}

/** Reads what is needed to update the ticket. Throws as `Issues` and `StoppedProjects` do. */
export async function readUpdateTask(
  { policies, issues, stoppedProjects }: TicketPorts,
  work: Pick<UpdateTask, 'verification' | 'progress' | 'seen'>,
): Promise<UpdateTask> {
  const [policy, situation, stopped] = await Promise.all([
    policies.ticketUpdates(),
    issues.situation(work.verification.link.issue.id),
    stoppedProjects.list(),
  ]);
  return { ...work, policy, situation, isStopped: stopped.some(({ id }) => id === situation.project.id) };
}
