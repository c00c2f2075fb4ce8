import { readdirSync, watch } from 'node:fs';
import type { FSWatcher } from 'node:fs';
import path from 'node:path';
import type { Cancel } from './clock';

const FOLDERS = ['src', 'static'];
/** What counts in the app's own folder. */
const PARTS = [...FOLDERS, 'manifest.yml'];
/** Editors save in several steps. */
const GATHER_MS = 100;

/**
 * Calls `changed` soon after the app's sources, assets or manifest have changed. It watches folders, not files, since
 * many editors replace a file by a new one.
 */
export function watchApp(folder: string, changed: () => void): Cancel {
  let waiting: NodeJS.Timeout | undefined;
  let watchers: FSWatcher[] = [];
  const noticed = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      start();
      changed();
    }, GATHER_MS);
  };
  // Once more after each change, for folders that are new; the older watchers end when these have begun.
  const start = (): void => {
    const older = watchers;
    const whole = watchFolder(folder, (name) => {
      if (name === null || PARTS.includes(name)) noticed();
    });
    const folders = FOLDERS.flatMap((name) => foldersIn(path.join(folder, name)));
    watchers = [...whole, ...folders.flatMap((each) => watchFolder(each, noticed))];
    for (const watcher of older) watcher.close();
  };
  start();
  return () => {
    clearTimeout(waiting);
    for (const watcher of watchers) watcher.close();
  };
}

/** No watcher where the folder has gone meanwhile. */
function watchFolder(folder: string, noticed: (name: string | null) => void): FSWatcher[] {
  try {
    const watcher = watch(folder, { persistent: false }, (_, name) => {
      noticed(name);
    });
    return [watcher.on('error', () => undefined)];
  } catch {
    return [];
  }
}

/** The folder and all below it; none where it is not there. */
function foldersIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    const below = entries.filter((entry) => entry.isDirectory());
    return [folder, ...below.map(({ name, parentPath }) => path.join(parentPath, name))];
  } catch {
    return [];
  }
}
