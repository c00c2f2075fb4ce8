/** `npm run screenshots [-- -g words]`: takes the pictures of the guides; with words, only those whose name has them. */
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { findChromium } from './chromium.mjs';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const chosen = process.argv.slice(2);

/** A picture of what the app no longer shows would stay among the others. */
function removeAll() {
  const folder = join(root, 'docs/images');
  const pictures = readdirSync(folder).filter((file) => file.endsWith('.png'));
  for (const picture of pictures) rmSync(join(folder, picture));
}

const chromium = await findChromium();
if (chromium) {
  if (chosen.length === 0) removeAll();
  const playwright = 'node_modules/@playwright/test/cli.js';
  const config = 'test/browser/screenshots.config.ts';
  const { status } = spawnSync(process.execPath, [playwright, 'test', '-c', config, ...chosen], {
    cwd: root,
    env: { ...process.env, CHROME_PATH: chromium },
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} else {
  console.error('There is no Chromium. Set CHROME_PATH to one.');
  process.exitCode = 1;
}
