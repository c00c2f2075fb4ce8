import { AppError } from '../../src/verification/app-error';
import type {
  Issues,
  IssueSituation,
  PostedComment,
  TicketComment,
} from '../../src/verification/ticket/ports';

/** One Jira issue with a small workflow: In Progress, Escalated and Pending can be reached from everywhere but Resolved. */
export class FakeIssues implements Issues {
  statusId = '1';
  isDone = false;
  isServiceProject = true;
  /** The reporter's account now. */
  reporter: string | undefined = 'ada';
  /** Whether Jira shows comments to customers although they were to be internal. */
  doesMakePublic = false;
  /** Whether Jira answers to a new comment who can read it, and not only where comments are listed. */
  doesTellAtOnce = true;
  readonly comments: (TicketComment & { id: string; prefix?: string })[] = [];
  transitions = [
    { id: '11', toStatusId: '3', toStatusName: 'In Progress', needsFields: false },
    { id: '12', toStatusId: '4', toStatusName: 'Escalated', needsFields: false },
    { id: '13', toStatusId: '5', toStatusName: 'Pending', needsFields: false },
  ];
  private nextId = 1000;
  /** Errors for the next calls, by method; `afterwards`: the call takes effect, and its answer is lost. */
  readonly failures: { method: keyof Issues; error: AppError; afterwards?: boolean }[] = [];

  /** What else happens while a method is called, before it takes effect. */
  during: Partial<Record<keyof Issues, () => void | Promise<void>>> = {};
  /** Ids of the transitions that were made. */
  readonly made: string[] = [];

  /** Runs once, after the next call has taken effect and before it is answered. */
  meanwhile: (() => Promise<void>) | undefined;

  situation(): Promise<IssueSituation> {
    return this.run('situation', () => ({
      status: { id: this.statusId, isDone: this.isDone },
      project: { id: '10000', key: 'HELP', isServiceProject: this.isServiceProject },
      reporter: this.reporter,
      transitions: this.transitions,
    }));
  }

  addComment(_issueId: string, comment: TicketComment): Promise<PostedComment> {
    return this.run('addComment', () => {
      const posted = this.post(comment);
      return this.doesTellAtOnce ? posted : { ...posted, isPublic: undefined };
    });
  }

  /** Makes a comment appear that Jira took in earlier. */
  post(comment: TicketComment): PostedComment {
    const id = String(this.nextId++);
    this.comments.push({ ...comment, id });
    return { id, isPublic: this.isPublic(comment) };
  }

  removeComment(_issueId: string, commentId: string): Promise<void> {
    return this.run('removeComment', () => {
      this.comments.splice(
        this.comments.findIndex(({ id }) => id === commentId),
        1,
      );
    });
  }

  prefixComment(_issueId: string, commentId: string, line: string): Promise<void> {
    return this.run('prefixComment', () => {
      for (const comment of this.comments) if (comment.id === commentId) comment.prefix = line;
    });
  }

  findComments(_issueId: string, mark: TicketComment['mark']): Promise<PostedComment[]> {
    return this.run('findComments', () =>
      this.comments
        .filter((comment) => JSON.stringify(comment.mark) === JSON.stringify(mark))
        .map((comment) => ({ id: comment.id, isPublic: this.isPublic(comment) })),
    );
  }

  transition(_issueId: string, transitionId: string): Promise<void> {
    return this.run('transition', () => {
      this.made.push(transitionId);
      this.statusId = this.transitions.find(({ id }) => id === transitionId)?.toStatusId ?? this.statusId;
    });
  }

  private isPublic({ isInternal }: TicketComment): boolean {
    return !isInternal || this.doesMakePublic;
  }

  private async run<T>(method: keyof Issues, act: () => T): Promise<T> {
    const index = this.failures.findIndex((failure) => failure.method === method);
    const [failure] = index < 0 ? [] : this.failures.splice(index, 1);
    if (failure && !failure.afterwards) throw failure.error;
    await this.during[method]?.();
    const result = act();
    const { meanwhile } = this;
    this.meanwhile = undefined;
    await meanwhile?.();
    if (failure) throw failure.error;
    return result;
  }
}

export const jiraLostTheAnswer = () => new AppError('jira-unreachable', { isRetryable: true });
