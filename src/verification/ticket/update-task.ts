import type { Verification } from '../session/session-record';
import type { IssueSituation, UpdatePolicy, TicketPorts } from './ports';
import type { TicketProgress } from './progress';
import type { SeenStatus } from './ticket';

/** What has to be known before anything is written into a request. */
export interface Surroundings {
  policy: UpdatePolicy;
  situation: IssueSituation;
  /** Whether comments in the project are stopped until an administrator has looked. */
  isStopped: boolean;
}

/** The outcome that a ticket is to be told, and how far that is. */
export interface Telling {
  verification: Verification;
  progress: TicketProgress;
  /** The status the issue had when we sent the link, or that we gave it since. */
  seen: SeenStatus | undefined;
}

/** What a run needs to update the ticket. */
export type UpdateTask = Telling & Surroundings;

/** Reads what has to be known of a request. Throws as `Issues` and `StoppedProjects` do. */
export async function readSurroundings(
  { policies, issues, stoppedProjects }: TicketPorts,
  issueId: string,
): Promise<Surroundings> {
  const [policy, situation, stopped] = await Promise.all([
    policies.ticketUpdates(),
    issues.situation(issueId),
    stoppedProjects.list(),
  ]);
  return { policy, situation, isStopped: stopped.some(({ id }) => id === situation.project.id) };
}
