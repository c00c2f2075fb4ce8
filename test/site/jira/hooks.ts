import type { Cancel } from '../clock';

/** An app has changed a field of its own. */
export interface FieldChanged {
  issueId: string;
  fieldId: string;
  /** The key of the field's module in the app's manifest. */
  moduleKey: string;
  /** As an issue shows it; `null` where it was emptied. */
  value: unknown;
  /** Account id. */
  by: string;
}

export interface IssueCreated {
  issueId: string;
  /** Account id. */
  by: string;
}

/** Something that happens in Jira. Calls the listeners in turn; they must not throw. */
export class Hook<T> {
  private readonly listeners = new Set<(what: T) => void>();

  listen(listener: (what: T) => void): Cancel {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  tell(what: T): void {
    for (const listener of this.listeners) listener(what);
  }
}
