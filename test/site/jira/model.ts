import type { ServiceDesk } from './request-types';

/** A document in Atlassian Document Format. */
export interface Adf {
  type: 'doc';
  version: 1;
  content: object[];
}

export interface JiraUser {
  accountId: string;
  /** What the user signs in with. Customers whom no visitor can act as have none. */
  login?: string;
  displayName: string;
  email?: string;
  /** Set in the user's profile: nobody but the user sees the address. */
  isEmailHidden?: boolean;
  /** Names of the user's groups. */
  groups?: readonly string[];
  accountType: 'atlassian' | 'app' | 'customer';
}

export type StatusCategory = 'new' | 'indeterminate' | 'done';

export interface Status {
  id: string;
  name: string;
  description: string;
  category: StatusCategory;
}

export interface Transition {
  id: string;
  name: string;
  from: readonly string[];
  to: string;
  /** Has a screen with a resolution, which must be filled in. */
  asksResolution?: boolean;
  /** Keys of the app's modules that must let it through. */
  validators?: readonly string[];
}

export interface Workflow {
  statuses: readonly string[];
  transitions: readonly Transition[];
}

export type ProjectRole = 'administrator' | 'agent' | 'developer' | 'collaborator' | 'viewer' | 'app';

export interface Project {
  id: string;
  key: string;
  name: string;
  description: string;
  typeKey: 'service_desk' | 'software';
  issueType: { id: string; name: string; description: string };
  workflow: Workflow;
  /** Of service projects only. */
  serviceDesk?: ServiceDesk;
  /** By login name. A user who is not listed does not see the project. */
  roles: Readonly<Record<string, ProjectRole>>;
}

export interface Comment {
  id: string;
  author: string;
  updateAuthor: string;
  body: Adf;
  created: number;
  updated: number;
  properties: Record<string, unknown>;
}

/** A comment and where it stands. */
export interface FoundComment {
  issue: Issue;
  comment: Comment;
}

/** One write of an app to a field of its own. */
export interface FieldChange {
  at: number;
  /** Account id of the app. */
  by: string;
  fieldId: string;
  from: unknown;
  to: unknown;
  isInChangelog: boolean;
}

/** People are account ids, times are milliseconds since the epoch. */
export interface Issue {
  id: string;
  key: string;
  /** Keys it had in other projects; it is still found by them. */
  formerKeys?: string[];
  projectId: string;
  summary: string;
  description: Adf;
  reporter: string;
  /** Who created it, if not the reporter. */
  creator?: string;
  assignee?: string;
  /** Accounts of other customers with whom the request is shared. */
  participants?: readonly string[];
  labels?: string[];
  /** Id of the request's type; empty where it was taken away. */
  requestType?: string;
  status: string;
  resolution?: string;
  /** When it got its resolution. */
  resolved?: number;
  created: number;
  updated: number;
  comments: Comment[];
  properties: Record<string, unknown>;
  /** Values of fields that apps bring along, by the field's id. */
  appFields?: Record<string, unknown>;
  /** What happened to these, oldest first. */
  fieldChanges?: FieldChange[];
}

/** Something done to many issues at once. */
export interface Task {
  submittedBy: string;
  at: number;
  issues: string[];
  missing: number;
}

/** All that changes in the emulated Jira; JSON. */
export interface JiraData {
  issues: Issue[];
  /** The number in the latest key of each project, by the project's id: keys are never given twice. */
  lastNumbers: Record<string, number>;
  lastIssueId: number;
  /** By account id. */
  userProperties: Record<string, Record<string, unknown>>;
  tasks: Record<string, Task>;
  /** App accounts by account id: an app gets its account when it first calls. */
  apps: Record<string, JiraUser>;
  lastCommentId: number;
  /** What a project's workflow was changed to, by the project's id. */
  transitions: Record<string, Transition[]>;
  /** The numbers in the ids of apps' fields, by the fields' keys: once given, they stay. */
  fieldNumbers: Record<string, number>;
}
