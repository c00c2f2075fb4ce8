/**
 * `npm run screenshots [-- -g words]`: takes a picture of all that the app shows, wide and narrow, light and dark, into
 * `node_modules/.cache/screenshots`; those that the guides show go to `docs/images`. With words, it takes only those
 * whose name has them.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { findChromium } from './chromium.mjs';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const docs = join(root, 'docs');
const images = join(docs, 'images');
const pictures = join(root, 'node_modules/.cache/screenshots');
const chosen = process.argv.slice(2);

/** What the guides show of the pictures, by the names of their files. */
function shownInGuides() {
  const guides = readdirSync(docs).filter((file) => file.endsWith('.md'));
  const texts = [join(root, 'README.md'), ...guides.map((file) => join(docs, file))].map((file) =>
    readFileSync(file, 'utf8'),
  );
  return new Set(texts.flatMap((text) => text.match(/[\w-]+\.png/g) ?? []));
}

/** A picture of what the app no longer shows would stay among the others. */
function removeImages() {
  const old = readdirSync(images).filter((file) => file.endsWith('.png'));
  for (const file of old) rmSync(join(images, file));
}

/** Copies what the guides show of the pictures that were taken. */
function renewImages() {
  for (const file of shownInGuides()) {
    const taken = join(pictures, 'wide', file);
    if (existsSync(taken)) cpSync(taken, join(images, file));
  }
}

const chromium = await findChromium();
if (chromium) {
  rmSync(pictures, { recursive: true, force: true });
  const playwright = 'node_modules/@playwright/test/cli.js';
  const config = 'test/browser/screenshots.config.ts';
  const { status } = spawnSync(process.execPath, [playwright, 'test', '-c', config, ...chosen], {
    cwd: root,
    env: { ...process.env, CHROME_PATH: chromium },
    stdio: 'inherit',
  });
  const areAllTaken = status === 0 && chosen.length === 0;
  if (areAllTaken) removeImages();
  renewImages();
  process.exitCode = status ?? 1;
} else {
  console.error('There is no Chromium. Set CHROME_PATH to one.');
  process.exitCode = 1;
}
