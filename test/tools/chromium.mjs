/** Finds a Chromium for the browser tests, or gets one. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(import.meta.url), '../../..');

/**
 * The headless shell comes first: the same engine without a browser's own windows. The tests take a third less time
 * in it. https://developer.chrome.com/blog/chrome-headless-shell
 */
const names = [
  'chromium-headless-shell',
  'chrome-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

/** Older releases have no headless shell. */
const debianPackages = ['chromium-headless-shell', 'chromium'];
const fonts = ['fonts-liberation', 'fonts-noto-color-emoji'];

const help = `No Chromium was found, and none could be installed. Do one of these, then try again:
  - set CHROME_PATH to the executable of a Chromium or Chrome,
  - install one: "apt-get install chromium ${fonts.join(' ')}" (Debian), "brew install --cask chromium" (macOS),
    or Google Chrome from https://www.google.com/chrome,
  - run "npx playwright install --with-deps chromium".`;

function usualPlaces() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (process.platform === 'win32') {
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
      .flatMap((variable) => process.env[variable] ?? [])
      .map((folder) => join(folder, 'Google/Chrome/Application/chrome.exe'));
  }
  const folders = (process.env.PATH ?? '').split(':').filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

async function playwrightsOwn() {
  try {
    const { chromium } = await import('@playwright/test');
    return [chromium.executablePath()];
  } catch {
    return [];
  }
}

/** Ubuntu's package of that name is only a pointer to a snap: whatever does not run is no Chromium. */
function runs(path) {
  if (!existsSync(path)) return false;
  // Chrome on Windows opens a window instead of telling its version.
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

/**
 * The path of a Chromium that is already here: the one in CHROME_PATH, else an installed one, else Playwright's.
 * Throws when CHROME_PATH names something that does not run.
 */
export async function findChromium() {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (runs(chosen)) return chosen;
    throw new Error(`CHROME_PATH is ${chosen}, which is not a Chromium that runs.`);
  }
  return usualPlaces().find(runs) ?? (await playwrightsOwn()).find(runs);
}

function isDebianRoot() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

function run(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}

function installFromDebian() {
  console.log('Installing Chromium from Debian …');
  // What apt-get update cannot refresh may still be known well enough to install from.
  run('apt-get', ['update', '-q']);
  debianPackages.some((name) =>
    run('apt-get', ['install', '-q', '-y', '--no-install-recommends', name, ...fonts]),
  );
}

function downloadPlaywrights() {
  console.log("Downloading Playwright's Chromium …");
  run(process.execPath, [join(root, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium']);
}

/** Like `findChromium`, but installs one if there is none. Throws, saying what to install, when that fails too. */
export async function getChromium() {
  const found = await findChromium();
  if (found) return found;
  for (const install of [...(isDebianRoot() ? [installFromDebian] : []), downloadPlaywrights]) {
    install();
    const installed = await findChromium();
    if (installed) return installed;
  }
  throw new Error(help);
}
