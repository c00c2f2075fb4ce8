import type { Caller } from './actor';
import type { JiraSite } from './jira-site';
import type { Comment, Issue, JiraUser, Project, Status, StatusCategory, Transition } from './model';
import { projectById } from './projects';
import { REQUEST_TYPE_FIELD, requestTypeOf, requestTypeView } from './request-types';
import { fieldsOf } from './fields';
import { appFieldsOf, type SiteField } from './app-fields';
import { RESOLUTIONS, statusById } from './workflow';

const CATEGORIES: Readonly<Record<StatusCategory, { id: number; name: string; colorName: string }>> = {
  new: { id: 2, name: 'To Do', colorName: 'blue-gray' },
  indeterminate: { id: 4, name: 'In Progress', colorName: 'yellow' },
  done: { id: 3, name: 'Done', colorName: 'green' },
};

/**
 * How Jira shows its things in JSON, for one caller.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/
 */
export class Views {
  private readonly site: JiraSite;
  private readonly caller: Caller;
  private readonly rest: string;

  constructor(site: JiraSite, caller: Caller) {
    this.site = site;
    this.caller = caller;
    this.rest = `${site.baseUrl}/rest/api/3`;
  }

  /** Leaves out an address that its owner hides, except for the owner. */
  user(user: JiraUser) {
    const showsEmail = user.email && (!user.isEmailHidden || user.accountId === this.caller.user.accountId);
    return {
      self: `${this.rest}/user?accountId=${encodeURIComponent(user.accountId)}`,
      accountId: user.accountId,
      accountType: user.accountType,
      ...(showsEmail && { emailAddress: user.email }),
      avatarUrls: avatarUrls(`${this.site.baseUrl}/secure/useravatar?avatarId=10338`),
      displayName: user.displayName,
      active: true,
      timeZone: 'Etc/UTC',
    };
  }

  /** A user who is asked for by itself: the language comes along. */
  profile(user: JiraUser) {
    return { ...this.user(user), locale: 'en_US' };
  }

  /** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-myself/#api-rest-api-3-myself-get */
  groups({ groups = [] }: JiraUser) {
    const items = groups.map((name) => ({
      name,
      self: `${this.rest}/group?groupname=${encodeURIComponent(name)}`,
    }));
    return { size: items.length, items };
  }

  person(accountId: string) {
    const user = this.site.user(accountId);
    return user ? this.user(user) : null;
  }

  statusCategory(key: StatusCategory) {
    const category = CATEGORIES[key];
    return { self: `${this.rest}/statuscategory/${String(category.id)}`, key, ...category };
  }

  statusCategories() {
    return (['new', 'indeterminate', 'done'] as const).map((key) => this.statusCategory(key));
  }

  status(status: Status) {
    return {
      self: `${this.rest}/status/${status.id}`,
      description: status.description,
      iconUrl: `${this.site.baseUrl}/images/icons/statuses/generic.png`,
      name: status.name,
      id: status.id,
      statusCategory: this.statusCategory(status.category),
    };
  }

  transition(transition: Transition, withFields: boolean) {
    const asksResolution = transition.asksResolution ?? false;
    return {
      id: transition.id,
      name: transition.name,
      to: this.status(statusById(transition.to)),
      hasScreen: asksResolution,
      isGlobal: false,
      isInitial: false,
      isAvailable: true,
      isConditional: false,
      looped: false,
      ...(withFields && { fields: asksResolution ? { resolution: this.resolutionField() } : {} }),
    };
  }

  comment(issue: Issue, comment: Comment, expand: readonly string[] = []) {
    return {
      self: `${this.rest}/issue/${issue.id}/comment/${comment.id}`,
      id: comment.id,
      author: this.person(comment.author),
      body: comment.body,
      updateAuthor: this.person(comment.updateAuthor),
      created: jiraDate(comment.created),
      updated: jiraDate(comment.updated),
      jsdPublic: !this.site.isInternal(comment),
      ...(expand.includes('properties') && {
        properties: Object.entries(comment.properties).map(([key, value]) => ({ key, value })),
      }),
    };
  }

  issueType(project: Project) {
    const { id, name, description } = project.issueType;
    return {
      self: `${this.rest}/issuetype/${id}`,
      id,
      name,
      description,
      iconUrl: `${this.site.baseUrl}/images/icons/issuetypes/generic.svg`,
      subtask: false,
      hierarchyLevel: 0,
    };
  }

  project(project: Project) {
    return {
      self: `${this.rest}/project/${project.id}`,
      id: project.id,
      key: project.key,
      name: project.name,
      projectTypeKey: project.typeKey,
      simplified: false,
      avatarUrls: avatarUrls(`${this.site.baseUrl}/secure/projectavatar?pid=${project.id}`),
    };
  }

  /** All fields of an issue, by id. */
  issueFields(issue: Issue): Record<string, unknown> {
    const project = projectById(issue.projectId);
    const comments = issue.comments.map((comment) => this.comment(issue, comment));
    const page = { maxResults: comments.length, total: comments.length, startAt: 0 };
    return {
      summary: issue.summary,
      description: issue.description,
      issuetype: this.issueType(project),
      project: this.project(project),
      status: this.status(statusById(issue.status)),
      statusCategory: this.statusCategory(statusById(issue.status).category),
      resolution: issue.resolution ? this.resolution(issue.resolution) : null,
      resolutiondate: issue.resolved === undefined ? null : jiraDate(issue.resolved),
      reporter: this.person(issue.reporter),
      creator: this.person(issue.creator ?? issue.reporter),
      assignee: issue.assignee ? this.person(issue.assignee) : null,
      labels: issue.labels ?? [],
      created: jiraDate(issue.created),
      updated: jiraDate(issue.updated),
      comment: { comments, self: `${this.rest}/issue/${issue.id}/comment`, ...page },
      ...(project.serviceDesk && { [REQUEST_TYPE_FIELD]: this.requestType(issue, project) }),
      ...Object.fromEntries(
        appFieldsOf(this.site).map((field) => [field.id, this.appFieldValue(issue, field)]),
      ),
    };
  }

  private appFieldValue({ appFields = {} }: Issue, { id, type }: SiteField): unknown {
    const value = appFields[id] ?? null;
    return type === 'user' && value !== null
      ? this.person((value as { accountId: string }).accountId)
      : value;
  }

  /** @see https://developer.atlassian.com/cloud/jira/service-desk/rest/api-group-request/ for the same shapes */
  private requestType(issue: Issue, project: Project) {
    const type = requestTypeOf(issue);
    if (!type || !project.serviceDesk) return null;
    const { name, category } = statusById(issue.status);
    const self = `${this.site.baseUrl}/rest/servicedeskapi/request/${issue.id}`;
    const portal = `${this.site.baseUrl}/servicedesk/customer/portal/${project.serviceDesk.id}/${issue.key}`;
    return {
      _links: { self, jiraRest: `${this.rest}/issue/${issue.id}`, web: portal },
      requestType: requestTypeView(this.site.baseUrl, project.serviceDesk, type, project),
      currentStatus: { status: name, statusCategory: category.toUpperCase() },
    };
  }

  issue(issue: Issue, fields: readonly string[], expand: readonly string[] = []) {
    const all = this.issueFields(issue);
    const chosen = Object.entries(all).filter(([id]) => isChosen(id, fields));
    const ofChosen = (what: 'name' | 'schema') => {
      const known = fieldsOf(this.site);
      return Object.fromEntries(chosen.map(([id]) => [id, known[id]?.[what]]));
    };
    return {
      expand:
        'renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations,transitions',
      id: issue.id,
      self: `${this.rest}/issue/${issue.id}`,
      key: issue.key,
      ...(expand.includes('names') && { names: ofChosen('name') }),
      ...(expand.includes('schema') && { schema: ofChosen('schema') }),
      fields: Object.fromEntries(chosen),
    };
  }

  private resolution(id: string) {
    return { self: `${this.rest}/resolution/${id}`, id, name: RESOLUTIONS[id] ?? '', description: '' };
  }

  private resolutionField() {
    return {
      required: true,
      schema: { type: 'resolution', system: 'resolution' },
      name: 'Resolution',
      key: 'resolution',
      operations: ['set'],
      allowedValues: Object.keys(RESOLUTIONS).map((id) => this.resolution(id)),
    };
  }
}

/** `2021-01-17T12:34:00.000+0000` */
export function jiraDate(at: number): string {
  return new Date(at).toISOString().replace('Z', '+0000');
}

/** `*all`, `*navigable` (all but the comments), field ids, and ids to leave out with a minus. */
function isChosen(id: string, fields: readonly string[]): boolean {
  if (fields.includes(`-${id}`)) return false;
  const wanted = fields.filter((field) => !field.startsWith('-'));
  if (wanted.length === 0 || wanted.includes('*all') || wanted.includes(id)) return true;
  return wanted.includes('*navigable') && id !== 'comment';
}

function avatarUrls(url: string): Record<string, string> {
  return Object.fromEntries(
    ['48x48', '24x24', '16x16', '32x32'].map((size) => [size, `${url}&size=${size.split('x')[0] ?? ''}`]),
  );
}
