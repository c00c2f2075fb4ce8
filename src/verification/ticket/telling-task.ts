import type { Verification } from '../session/session-record';
import type { IssueSituation, TellingPolicy } from './ports';
import type { TicketProgress } from './progress';
import type { SeenStatus } from './ticket';

/** What a run needs to update the ticket. */
export interface TellingTask {
  verification: Verification;
  /** As it was before the lease. */
  progress: TicketProgress;
  policy: TellingPolicy;
  situation: IssueSituation;
  /** Whether comments in the project are stopped until an administrator has looked. */
  isStopped: boolean;
  seen: SeenStatus | undefined;
}
