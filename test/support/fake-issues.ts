import { AppError } from '../../src/verification/app-error';
import type { Issues, IssueSituation, TicketComment } from '../../src/verification/ports';

/** One Jira issue with a small workflow: In Progress, Escalated and Pending can be reached from everywhere but Resolved. */
export class FakeIssues implements Issues {
  statusId = '1';
  isDone = false;
  isServiceProject = true;
  /** Whether Jira shows comments to customers although they were to be internal. */
  doesMakePublic = false;
  readonly comments: (TicketComment & { id: string })[] = [];
  /** Errors for the next calls, by method; `afterwards`: the call takes effect, and its answer is lost. */
  readonly failures: { method: keyof Issues; error: AppError; afterwards?: boolean }[] = [];

  /** Runs once, after the next call has taken effect and before it is answered. */
  meanwhile: (() => Promise<void>) | undefined;

  situation(): Promise<IssueSituation> {
    return this.run('situation', () => ({
      status: { id: this.statusId, isDone: this.isDone },
      project: { id: '10000', key: 'HELP', isServiceProject: this.isServiceProject },
      transitions: [
        { id: '11', name: 'Start work', toStatusId: '3', toStatusName: 'In Progress' },
        { id: '12', name: 'Escalate', toStatusId: '4', toStatusName: 'Escalated' },
        { id: '13', name: 'Park', toStatusId: '5', toStatusName: 'Pending' },
      ],
    }));
  }

  addComment(_issueId: string, comment: TicketComment): Promise<{ commentId: string; isPublic: boolean }> {
    return this.run('addComment', () => {
      const id = String(1000 + this.comments.length);
      this.comments.push({ ...comment, id });
      return { commentId: id, isPublic: !comment.isInternal || this.doesMakePublic };
    });
  }

  removeComment(_issueId: string, commentId: string): Promise<void> {
    return this.run('removeComment', () => {
      this.comments.splice(
        this.comments.findIndex(({ id }) => id === commentId),
        1,
      );
    });
  }

  findComment(_issueId: string, mark: TicketComment['mark']): Promise<string | undefined> {
    return this.run(
      'findComment',
      () =>
        this.comments.find(
          (comment) => comment.mark.interviewId === mark.interviewId && comment.mark.outcome === mark.outcome,
        )?.id,
    );
  }

  transition(_issueId: string, transitionId: string): Promise<void> {
    return this.run('transition', () => {
      this.statusId = { '11': '3', '12': '4', '13': '5' }[transitionId] ?? this.statusId;
    });
  }

  private async run<T>(method: keyof Issues, act: () => T): Promise<T> {
    const index = this.failures.findIndex((failure) => failure.method === method);
    const [failure] = index < 0 ? [] : this.failures.splice(index, 1);
    if (failure && !failure.afterwards) throw failure.error;
    const result = act();
    const { meanwhile } = this;
    this.meanwhile = undefined;
    await meanwhile?.();
    if (failure) throw failure.error;
    return result;
  }
}

export const jiraLostTheAnswer = () => new AppError('jira-unreachable', { isRetryable: true });
