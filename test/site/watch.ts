import { existsSync, watch } from 'node:fs';
import path from 'node:path';
import type { Cancel } from './clock';

/** Editors save in several steps. */
const GATHER_MS = 100;

/** Calls `changed` some moments after the app's sources, assets or manifest have changed. */
export function watchApp(folder: string, changed: () => void): Cancel {
  let waiting: NodeJS.Timeout | undefined;
  const noticed = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(changed, GATHER_MS);
  };
  const watchers = ['src', 'static', 'manifest.yml']
    .map((name) => path.join(folder, name))
    .filter((watched) => existsSync(watched))
    .map((watched) => watch(watched, { recursive: true, persistent: false }, noticed));
  return () => {
    clearTimeout(waiting);
    for (const watcher of watchers) watcher.close();
  };
}
