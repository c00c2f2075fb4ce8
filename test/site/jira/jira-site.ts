import { createHash } from 'node:crypto';
import type { Clock } from '../clock';
import type { AppField, TransitionRequest } from '../forge/jira-port';
import { inUuidForm } from '../random';
import type { Randomness } from '../random';
import { Hook, type FieldChanged, type IssueCreated } from './hooks';
import type { Comment, FoundComment, Issue, JiraData, JiraUser, Project } from './model';
import { PEOPLE } from './people';
import { seed } from './seed';
import { JIRA_SWITCHES, type JiraSwitches } from './switches';

/** Why the app's validator with this key refuses a transition; `undefined` where it lets it through. */
export type RefusalBy = (validator: string, request: TransitionRequest) => Promise<string | undefined>;

export interface JiraOptions {
  clock: Clock;
  /** Where ids come from that are not counted. */
  random: Randomness;
  /** Called after each change. */
  changed: () => void;
  /** Without it there is no app whose validators could be on a transition. */
  refusalBy?: RefusalBy;
  /** The fields that the app has now; without it there is no app. */
  appFields?: () => readonly AppField[];
  /** Writes a line into the site's log. */
  complain?: (text: string) => void;
  /** Where the site is reached, without a slash at the end. */
  baseUrl: string;
  /** How it behaves after each reset, where that is left open. */
  switches?: Partial<JiraSwitches>;
}

/** What the routes work on: the data, the clock, and the callbacks to the rest of the site. */
export class JiraSite {
  data: JiraData;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly changed: () => void;
  readonly complain: (text: string) => void;
  readonly refusalBy: RefusalBy;
  readonly appFields: () => readonly AppField[];
  readonly fieldChanged = new Hook<FieldChanged>();
  readonly issueCreated = new Hook<IssueCreated>();
  /** Where Jira is reached, without a slash at the end; for the `self` links. */
  readonly baseUrl: string;
  readonly switches: JiraSwitches;

  constructor(options: JiraOptions) {
    const { appFields, baseUrl, changed, clock, complain, random, refusalBy, switches } = options;
    this.switches = { ...JIRA_SWITCHES, ...switches };
    this.clock = clock;
    this.random = random;
    this.changed = changed;
    this.refusalBy = refusalBy ?? (() => Promise.resolve(undefined));
    this.appFields = appFields ?? (() => []);
    this.complain = complain ?? (() => undefined);
    this.baseUrl = baseUrl;
    this.data = seed(clock.now());
  }

  /** By id, or by key in any case, also by a key that it had before it was moved. */
  issue(idOrKey: string): Issue | undefined {
    const key = idOrKey.toUpperCase();
    return this.data.issues.find(
      (issue) => issue.id === idOrKey || issue.key === key || issue.formerKeys?.includes(key),
    );
  }

  nextKey({ id, key }: Project): string {
    const number = (this.data.lastNumbers[id] ?? 0) + 1;
    this.data.lastNumbers[id] = number;
    return `${key}-${String(number)}`;
  }

  nextIssueId(): string {
    this.data.lastIssueId += 1;
    return String(this.data.lastIssueId);
  }

  /** Whether customers do not see a comment. */
  isInternal({ properties }: Comment): boolean {
    const property = properties['sd.public.comment'];
    return (
      !this.switches.publicCommentsInSpiteOfProperty &&
      typeof property === 'object' &&
      property !== null &&
      'internal' in property &&
      property.internal === true
    );
  }

  comment(id: string): FoundComment | undefined {
    for (const issue of this.data.issues) {
      const comment = issue.comments.find((each) => each.id === id);
      if (comment) return { issue, comment };
    }
    return undefined;
  }

  addComment(issue: Issue, said: Pick<Comment, 'author' | 'body' | 'properties'>): Comment {
    this.data.lastCommentId += 1;
    const now = this.clock.now();
    const id = String(this.data.lastCommentId);
    const comment: Comment = { id, ...said, updateAuthor: said.author, created: now, updated: now };
    issue.comments.push(comment);
    issue.updated = now;
    this.changed();
    return comment;
  }

  userByLogin(login: string): JiraUser | undefined {
    return PEOPLE.find((user) => user.login === login);
  }

  userByEmail(email: string): JiraUser | undefined {
    return PEOPLE.find((user) => user.email === email);
  }

  user(accountId: string): JiraUser | undefined {
    return PEOPLE.find((user) => user.accountId === accountId) ?? this.data.apps[accountId];
  }

  users(): JiraUser[] {
    return [...PEOPLE, ...Object.values(this.data.apps)];
  }

  /** The account of an app; it comes into being with the app's first call. */
  appUser(appId: string, displayName: string): JiraUser {
    const accountId = `712020:${inUuidForm(createHash('sha256').update(appId).digest('hex'))}`;
    return (this.data.apps[accountId] ??= { accountId, displayName, accountType: 'app' });
  }
}
