/** `npm run screenshots [-- -g words]`: takes the pictures of the guides; with words, only those whose name has them. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { findChromium } from './chromium.mjs';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const chromium = await findChromium();
if (chromium) {
  const playwright = 'node_modules/@playwright/test/cli.js';
  const config = 'test/browser/screenshots.config.ts';
  const { status } = spawnSync(
    process.execPath,
    [playwright, 'test', '-c', config, ...process.argv.slice(2)],
    { cwd: root, env: { ...process.env, CHROME_PATH: chromium }, stdio: 'inherit' },
  );
  process.exitCode = status ?? 1;
} else {
  console.error('There is no Chromium. Set CHROME_PATH to one.');
  process.exitCode = 1;
}
