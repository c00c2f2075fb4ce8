import type { ChangeEntry } from '../settings/change-log';
import type { App } from '../wiring/app';

/** Writes down what an administrator did, for the list of changes. */
export async function record(app: App, by: string, entry: Omit<ChangeEntry, 'at' | 'by'>): Promise<void> {
  const at = app.clock.now();
  await Promise.all([
    app.settings.changeLog.add({ ...entry, at, by }),
    // Whoever stands in the log is an account that Atlassian has to be told of.
    app.verification.store.accounts.create(by, { sends: [], reportedAt: at }),
  ]);
}
