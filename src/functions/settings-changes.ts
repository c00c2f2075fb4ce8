import { toAppError } from '../verification/app-error';
import { settingsView } from './settings-view';
import type { SettingsView } from '../contract/settings-page';
import type { ChangeEntry } from '../settings/change-log';
import type { StoredSettings } from '../settings/ports';
import type { App } from '../wiring/app';
import type { Surroundings } from './settings-view';

/**
 * Writes down what an administrator did, for the list of changes. What was done stands even where this fails, so that
 * it must not look like a failure of the act.
 * @returns the entry, where it was written
 */
export async function record(
  app: App,
  by: string,
  entry: Omit<ChangeEntry, 'at' | 'by'>,
): Promise<ChangeEntry[]> {
  const at = app.clock.now();
  const written = { ...entry, at, by };
  try {
    await Promise.all([
      app.settings.changeLog.add(written),
      // Accounts that the log names have to be reported to Atlassian.
      app.verification.store.accounts.create(by, { sends: [], reportedAt: at }),
    ]);
    return [written];
  } catch (error) {
    app.logFailure('change-log', toAppError(error));
    return [];
  }
}

/** The page after an act: what it shows beside the settings was read before, so that nothing after the act can fail. */
export function viewAfter(
  app: App,
  stored: StoredSettings,
  around: Surroundings,
  recorded: ChangeEntry[],
): SettingsView {
  return settingsView(app, stored, { ...around, changes: [...recorded, ...around.changes] });
}
