import type { PortalRequest } from '../forge/jira-port';
import type { JiraSite } from './jira-site';
import type { Adf, Comment, Issue, JiraUser, Project, StatusCategory } from './model';
import { paragraphs } from './paragraphs';
import { mayOn } from './permissions';
import { projectById } from './projects';
import { requestTypeOf } from './request-types';
import type { RequestType } from './request-types';
import { statusById } from './workflow';

type PersonView = Pick<JiraUser, 'displayName' | 'accountType'>;

/** A request in the list of a customer's requests. */
export interface RequestLine {
  key: string;
  portalId: number;
  summary: string;
  desk: string;
  requestType: string;
  status: { name: string; category: StatusCategory };
  reporter: PersonView;
  created: string;
}

/** A request as customers see it: what is internal is not in it. */
export interface RequestView extends RequestLine {
  description: Adf;
  participants: PersonView[];
  /** Oldest first. */
  comments: { id: string; author: PersonView; body: Adf; created: string; jsdPublic: true }[];
}

/** An issue that is in a portal. */
interface Request {
  issue: Issue;
  portalId: number;
  project: Project;
  type: RequestType;
}

/** The service projects as customers see them; a portal has the id of its desk. */
export class Portals {
  private readonly site: JiraSite;

  constructor(site: JiraSite) {
    this.site = site;
  }

  /** `undefined` for an issue that is not in a portal: of another project, or without a request type. */
  request(idOrKey: string): PortalRequest | undefined {
    const request = this.find(idOrKey);
    return request && { portalId: request.portalId, key: request.issue.key, typeId: Number(request.type.id) };
  }

  mayOpen(login: string, idOrKey: string): boolean {
    return this.seen(login, idOrKey) !== undefined;
  }

  /** The request as this user sees it, if there is one to see in this portal. */
  view(login: string, portalId: number, idOrKey: string): RequestView | undefined {
    const request = this.seen(login, idOrKey);
    if (request?.portalId !== portalId) return undefined;
    const { comments, description, participants = [] } = request.issue;
    return {
      ...this.line(request),
      description,
      participants: participants.map((each) => this.person(each)),
      comments: comments
        .filter((comment) => !this.site.isInternal(comment))
        .map((comment) => this.comment(comment)),
    };
  }

  /** The requests that this user reported or takes part in, newest first. */
  requestsOf(login: string): RequestLine[] {
    const user = this.site.userByLogin(login);
    return this.site.data.issues
      .flatMap(({ id }) => this.find(id) ?? [])
      .filter(({ issue }) => user && isInvolved(user, issue))
      .toSorted((one, other) => other.issue.created - one.issue.created)
      .map((request) => this.line(request));
  }

  /** Adds a public comment; `undefined` where the user may not open the request. */
  answer(login: string, idOrKey: string, text: string): Comment | undefined {
    const request = this.seen(login, idOrKey);
    const author = this.site.userByLogin(login)?.accountId;
    if (!request || author === undefined) return undefined;
    return this.site.addComment(request.issue, { author, body: paragraphs(text), properties: {} });
  }

  private find(idOrKey: string): Request | undefined {
    const issue = this.site.issue(idOrKey);
    if (!issue) return undefined;
    const project = projectById(issue.projectId);
    const type = requestTypeOf(issue);
    if (!type || !project.serviceDesk) return undefined;
    return { issue, portalId: Number(project.serviceDesk.id), project, type };
  }

  /** A request is open to its reporter, the people it is shared with, and agents. There are no organisations here. */
  private seen(login: string, idOrKey: string): Request | undefined {
    const user = this.site.userByLogin(login);
    const request = this.find(idOrKey);
    if (!user || !request) return undefined;
    const { issue } = request;
    return isInvolved(user, issue) || mayOn({ user }, 'SERVICEDESK_AGENT', issue) ? request : undefined;
  }

  private line({ issue, portalId, project, type }: Request): RequestLine {
    const { category, name } = statusById(issue.status);
    return {
      key: issue.key,
      portalId,
      summary: issue.summary,
      desk: project.name,
      requestType: type.name,
      status: { name, category },
      reporter: this.person(issue.reporter),
      created: iso(issue.created),
    };
  }

  private comment({ author, body, created, id }: Comment): RequestView['comments'][number] {
    return { id, author: this.person(author), body, created: iso(created), jsdPublic: true };
  }

  /** Customers learn a name, and whether it is an app's. */
  private person(accountId: string): PersonView {
    const { accountType = 'customer', displayName = 'Former user' } = this.site.user(accountId) ?? {};
    return { accountType, displayName };
  }
}

function isInvolved({ accountId }: JiraUser, { participants = [], reporter }: Issue): boolean {
  return reporter === accountId || participants.includes(accountId);
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
