/** Remembers on this machine which checks have passed on which files, so that none runs twice on the very same ones. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

/** Read by one of the checks, where it lies beside the project. */
const beside = '../shared/contracts/jira-openapi.json';

/**
 * A digest of everything that a check can read: each file that Git knows or would add, and Node's version.
 * Nothing where Git does not tell.
 */
function digestOf(root) {
  const { status, stdout } = spawnSync('git', ['ls-files', '-coz', '--exclude-standard'], { cwd: root });
  if (status !== 0) return undefined;
  const digest = createHash('sha256').update(process.version);
  for (const file of [...new Set(stdout.toString().split('\0'))].sort().concat(beside)) {
    const path = join(root, file);
    if (file !== '' && existsSync(path)) digest.update(`\0${file}\0`).update(readFileSync(path));
  }
  return digest.digest('hex');
}

/** What has passed on the files as they are now; kept in `folder`. */
export function passesIn(folder, root) {
  const files = digestOf(root);
  const fileOf = (name) =>
    join(folder, createHash('sha256').update(`${files} ${name}`).digest('hex').slice(0, 32));
  return {
    has: (name) => files !== undefined && existsSync(fileOf(name)),
    /** Counts only where no file has changed since. */
    add: (name) => {
      if (files === undefined || digestOf(root) !== files) return;
      mkdirSync(folder, { recursive: true });
      writeFileSync(fileOf(name), `${name}\n`);
    },
  };
}
