/**
 * Installs what is missing or out of date, and says nothing when nothing is: `prestart` runs it for the app's
 * packages, `pretest` with `--all` for Atlassian's validators and a Chromium as well.
 * Needs nothing but Node and npm, since it runs before anything is installed.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { getChromium } from './chromium.mjs';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const oldestNode = { major: 20, minor: 19 };
const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|ETIMEDOUT|ENOTCACHED/;

class InstallError extends Error {}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const { major: oldestMajor, minor: oldestMinor } = oldestNode;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new InstallError(
    `Node ${oldestMajor}.${oldestMinor} or newer is needed; this is ${process.version}.`,
  );
}

/** The package files that decide what is installed in the folder: its own, and those of its workspaces. */
function packageFiles(folder) {
  const { workspaces = [] } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return ['package.json', 'package-lock.json', ...workspaces.map((name) => `${name}/package.json`)];
}

/** A digest of all that decides what stands in `node_modules`. */
function wanted(folder) {
  const digest = createHash('sha256').update(
    `${process.platform} ${process.arch} ${process.versions.modules}`,
  );
  for (const file of packageFiles(folder)) digest.update(readFileSync(join(folder, file)));
  return digest.digest('hex');
}

function isUpToDate(folder, stamp) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted(folder);
}

function npm(folder, args) {
  const options = { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'inherit', 'pipe'] };
  const quiet = [...args, '--no-audit', '--no-fund', '--include=dev', '--loglevel=error'];
  const cli = process.env.npm_execpath;
  const result = cli
    ? spawnSync(process.execPath, [cli, ...quiet], options)
    : spawnSync('npm', quiet, { ...options, shell: process.platform === 'win32' });
  process.stderr.write(result.stderr ?? '');
  return { ok: result.status === 0, isOffline: offline.test(result.stderr ?? ''), error: result.error };
}

function explain(folder, { isOffline, error }) {
  if (error) return `npm could not be started (${error.message}). It comes with Node; is it on the PATH?`;
  if (isOffline)
    return `npm could not reach its package registry, which the packages of ${folder} come from.`;
  return `npm could not install the packages of ${folder}; its own words are above.`;
}

/**
 * Runs the first of `ways` that works, unless the folder has already what its package files ask for.
 * Answers whether it had to.
 */
function install(folder, ways) {
  const stamp = join(folder, 'node_modules/.cache/installed');
  if (isUpToDate(folder, stamp)) return false;
  console.log(`Installing the packages of ${folder} (the first time takes about a minute) …`);
  let result;
  for (const way of ways) {
    result = npm(folder, way);
    if (result.ok || result.isOffline) break;
  }
  if (!result.ok) throw new InstallError(explain(folder, result));
  mkdirSync(join(folder, 'node_modules/.cache'), { recursive: true });
  writeFileSync(stamp, wanted(folder));
  return true;
}

/** What fails here fails again, and says so, when the site starts. */
function buildPages() {
  console.log('Building the pages of the local site …');
  const args = ['--import', 'tsx', join(root, 'test/tools/build-pages.ts')];
  spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
}

function installApp() {
  // Not `npm ci`: it refuses a lockfile that names packages for other systems which the registry lacks.
  // `--no-save` leaves that lockfile as it is.
  if (install(root, [['install', '--no-save']])) buildPages();
}

function installForgeTooling() {
  // Without scripts: keytar would be compiled, and none of the checks needs it.
  const ways = [['ci'], ['install', '--no-save']].map((way) => [...way, '--ignore-scripts']);
  install(join(root, 'test/forge-tooling'), ways);
}

/** The tests that lack something say so themselves; those that lack nothing can still run. */
async function attempt(part) {
  try {
    await part();
  } catch (error) {
    console.error(`\n${error.message}\n`);
  }
}

try {
  checkNode();
  installApp();
  if (process.argv.includes('--all')) {
    await attempt(installForgeTooling);
    await attempt(getChromium);
  }
} catch (error) {
  if (!(error instanceof InstallError)) throw error;
  console.error(`\n${error.message}\n`);
  process.exitCode = 1;
}
