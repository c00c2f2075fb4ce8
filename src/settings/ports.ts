import type { RequestTypeRef } from '../assurance/rules';
import type { FieldValues, Problem } from '../verification/ticket/ports';
import type { Environment } from '../verification/session/session-record';
import type { Credentials, Settings, StatusRef } from './settings';

/** Settings as they were read; revision 0 where nothing was ever saved. */
export interface StoredSettings {
  settings: Settings;
  revision: number;
}

/** Throws `storage-unavailable`. */
export interface SettingsStore {
  load(): Promise<StoredSettings>;
  /** Saves on top of `revision`; `undefined` where somebody else saved in between. */
  save(revision: number, settings: Settings): Promise<StoredSettings | undefined>;
  loadCredentials(version: string): Promise<Credentials | undefined>;
  saveCredentials(version: string, credentials: Credentials): Promise<void>;
  removeCredentials(version: string): Promise<void>;
}

export interface CredentialsTester {
  /**
   * Asks Incode for an access token with exactly these credentials.
   * @throws {AppError} `credentials-rejected`, `incode-busy`, `incode-unreachable`, `incode-refused`
   */
  test(environment: Environment, credentials: Credentials): Promise<void>;
}

export interface Statuses {
  /** The site's statuses, sorted by name. Throws `jira-refused`, `jira-busy`, `jira-unreachable`. */
  list(): Promise<StatusRef[]>;
}

export interface ServiceProjectPage {
  projects: { id: string; key: string; name: string }[];
  total: number;
}

export interface ServiceProjects {
  /**
   * A page of the site's service projects that the user sees, sorted by name, and how many there are.
   * Throws `jira-refused`, `jira-busy`, `jira-unreachable`.
   */
  list(startAt: number): Promise<ServiceProjectPage>;
}

export interface RequestTypes {
  /**
   * A service project's request types, as the user sees them.
   * Throws `not-found`, `jira-refused`, `jira-busy`, `jira-unreachable`.
   */
  list(projectId: string): Promise<RequestTypeRef[]>;
}

export interface GroupPage {
  names: string[];
  total: number;
}

export interface Groups {
  /** A page of the site's groups, and how many there are. Throws `jira-refused`, `jira-busy`, `jira-unreachable`. */
  list(startAt: number): Promise<GroupPage>;
  /** Whether there is a group with exactly this name. Throws `jira-refused`, `jira-busy`, `jira-unreachable`. */
  isThere(name: string): Promise<boolean>;
}

export interface WebhookAddress {
  /** The public URL for Incode's webhooks; the same for the life of an installation. */
  url(): Promise<string>;
}

/** Randomness and digests for secrets. */
export interface SecretMaker {
  /** 256 random bits as text that is safe in a header. */
  next(): string;
  /** SHA-256, in hexadecimal. */
  digest(secret: string): string;
  /** Compares two digests in constant time. */
  areEqual(digest: string, other: string): boolean;
}

/** What is known of a project's workflow. */
export interface WorkflowLook {
  statuses: StatusRef[];
  /** Where the app could move requests that are in a status now; statuses without a request are missing. */
  seen: { from: StatusRef; to: StatusRef[] }[];
}

export interface Workflows {
  /** Throws `not-found`, `jira-refused`, `jira-busy`, `jira-unreachable`. */
  look(projectId: string): Promise<WorkflowLook>;
}

/** A field of the app on issues. */
export type FieldName = keyof FieldValues;

export interface FieldCheck {
  /** Those of the app's fields that Jira does not list. Throws `jira-refused`, `jira-busy`, `jira-unreachable`. */
  missing(): Promise<FieldName[]>;
}

/** What administrators were told of, and have not dismissed. Throws `storage-unavailable`. */
export interface Problems {
  /** The newest ones, newest first. Reads an index that lags. */
  list(): Promise<(Problem & { id: string })[]>;
  load(id: string): Promise<Problem | undefined>;
  remove(id: string): Promise<void>;
}
