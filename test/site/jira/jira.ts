import type { Hono } from 'hono';
import type { Cancel } from '../clock';
import type { IssueContext, SiteUser } from '../forge/jira-port';
import type { JiraEnv } from './actor';
import type { FieldChanged, IssueCreated } from './hooks';
import { JiraSite } from './jira-site';
import type { JiraOptions } from './jira-site';
import type { JiraData, JiraUser } from './model';
import { PEOPLE } from './people';
import { mayAnywhere, seenIssue } from './permissions';
import { Portals } from './portals';
import { restApi } from './rest';
import { seed } from './seed';
import { JIRA_SWITCHES, type JiraSwitches } from './switches';
import { namedWorkflows, setWorkflow, type NamedTransition, type ProjectWorkflow } from './workflows';
import { issueContext, issueState, type IssueState } from './state';

/** Serves requests, and lists its routes. */
export type JiraRest = Pick<Hono<JiraEnv>, 'fetch' | 'routes'>;

/** An emulated Jira Cloud site with a help desk. */
export interface Jira {
  /**
   * Serves `/rest/api/3/…`. Who calls is the actor in the environment, else HTTP Basic `<user>:<user>`.
   * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/
   */
  rest: JiraRest;
  users(): SiteUser[];
  /** Everybody who has an account, customers and apps included. */
  people(): Pick<SiteUser, 'accountId' | 'displayName'>[];
  /** The account id of a login name. */
  accountId(login: string): string | undefined;
  issue(idOrKey: string): IssueContext | undefined;
  /** Whether the user with this login administers Jira. */
  isAdministrator(login: string): boolean;
  /** Whether the user with this login may see the issue. */
  maySee(login: string, idOrKey: string): boolean;
  /** Its service projects as customers see them. */
  portals: Portals;
  /** The workflow of each project. */
  workflows(): ProjectWorkflow[];
  /** Gives a project another workflow, until the next reset. @throws Error if it or a status does not exist */
  setWorkflow(project: string, transitions: readonly NamedTransition[]): void;
  /** Calls the listener after an app has changed a field of its own, unless it wrote with `generateAppEvents=false`. */
  onFieldChanged(listener: (change: FieldChanged) => void): Cancel;
  /** Calls the listener after each issue that is created. */
  onIssueCreated(listener: (creation: IssueCreated) => void): Cancel;
  state(): { issues: IssueState[] };
  /** Changed in place, or by `setSwitches`, which tells of the change. */
  switches: JiraSwitches;
  setSwitches(switches: Partial<JiraSwitches>): void;
  snapshot(): unknown;
  restore(snapshot: unknown): void;
  reset(): void;
}

/** Makes a Jira site with its seed. */
export function createJira(options: JiraOptions): Jira {
  const { clock, changed, switches } = options;
  const site = new JiraSite(options);
  return {
    rest: restApi(site),
    users: () => PEOPLE.flatMap((user) => siteUser(user, site.switches)),
    people: () => site.users().map(({ accountId, displayName }) => ({ accountId, displayName })),
    accountId: (login) => site.userByLogin(login)?.accountId,
    issue: (idOrKey) => {
      const issue = site.issue(idOrKey);
      return issue && issueContext(site, issue);
    },
    isAdministrator: (login) => {
      const user = site.userByLogin(login);
      return user !== undefined && mayAnywhere({ user }, 'ADMINISTER');
    },
    maySee: (login, idOrKey) => {
      const user = site.userByLogin(login);
      return user !== undefined && seenIssue(site, { user }, idOrKey) !== undefined;
    },
    portals: new Portals(site),
    workflows: () => namedWorkflows(site),
    setWorkflow: (project, transitions) => {
      setWorkflow(site, project, transitions);
    },
    onFieldChanged: (listener) => site.fieldChanged.listen(listener),
    onIssueCreated: (listener) => site.issueCreated.listen(listener),
    state: () => ({ issues: site.data.issues.map((issue) => issueState(site, issue)) }),
    switches: site.switches,
    setSwitches: (some) => {
      Object.assign(site.switches, some);
      changed();
    },
    snapshot: () => structuredClone(site.data),
    restore: (snapshot) => {
      site.data = { ...seed(clock.now()), ...(structuredClone(snapshot) as JiraData) };
      changed();
    },
    reset: () => {
      site.data = seed(clock.now());
      Object.assign(site.switches, JIRA_SWITCHES, switches);
      changed();
    },
  };
}

/** A person with a login, as a user to act as; nothing for a person without one. */
function siteUser(
  { accountId, accountType, displayName, login }: JiraUser,
  { customersAreUnlicensed }: JiraSwitches,
): SiteUser[] {
  if (login === undefined) return [];
  const ofCustomer = customersAreUnlicensed ? 'unlicensed' : 'customer';
  const type = accountType === 'customer' ? ofCustomer : 'licensed';
  return [{ login, displayName, accountId, accountType: type }];
}
