import { version } from 'esbuild';
import type { BuildOptions } from 'esbuild';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { keepIn, keptIn } from '../disk-cache';
import { appFingerprint } from './app-fingerprint';

/** A file's time may be that much too early: some file systems count in steps of two seconds. */
const COARSEST_TIME_MS = 2000;

/** What to bundle of the app in `folder`; `name` is that of a file. */
export interface WantedBundle {
  folder: string;
  name: string;
  options: BuildOptions;
}

/** A bundle, and the paths of all files that went into it. */
const bundle = z.object({ text: z.string(), files: z.array(z.string()) });

type Bundle = z.output<typeof bundle>;

const keptBundle = bundle.extend({ digest: z.string() });

/**
 * The text of a bundle: the last one that was made, while the app's manifest and settings, the names of its files and
 * the contents of all that went into it are the same; else what `make` makes. It is kept beside the app's packages:
 * an app without any, such as a copy that a test makes, is bundled each time.
 */
export async function bundleText(wanted: WantedBundle, make: () => Promise<Bundle>): Promise<string> {
  const packages = path.join(wanted.folder, 'node_modules');
  if (!existsSync(packages)) return (await make()).text;
  const file = path.join(packages, '.cache/local-site', `bundle-${wanted.name}.json`);
  const settings = await settingsOf(wanted);
  const known = parsed(await keptIn(file));
  if (known && known.digest === (await digestOf(settings, known.files))) return known.text;

  const startedAt = Date.now();
  const made = await make();
  const digest = await digestOf(settings, made.files);
  const isCurrent = digest !== undefined && (await areOlder(made.files, startedAt));
  // Where nothing can be written, it is made anew the next time.
  if (isCurrent) await keepIn(file, JSON.stringify({ ...made, digest })).catch(() => undefined);
  return made.text;
}

/** What decides on a bundle beside the files that go into it. */
async function settingsOf({ folder, options }: WantedBundle): Promise<string[]> {
  const bundler = await readFile(path.join(__dirname, 'bundle.ts'), 'utf8');
  return [version, bundler, JSON.stringify(options), await appFingerprint(folder, 'names of sources')];
}

/** `undefined` where one of the files cannot be read. */
async function digestOf(settings: string[], files: string[]): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    const contents = await Promise.all(files.map((file) => readFile(file)));
    for (const part of [...settings, ...contents]) hash.update(part).update('\0');
    return hash.digest('hex');
  } catch {
    return undefined;
  }
}

/** Whether none of the files has changed since then, so that what was bundled is what they contain. */
async function areOlder(files: string[], ms: number): Promise<boolean> {
  const stats = await Promise.all(files.map((file) => stat(file)));
  return stats.every(({ mtimeMs }) => mtimeMs < ms - COARSEST_TIME_MS);
}

/** Nothing where nothing is kept, or not in the form in which bundles are kept now. */
function parsed(text = ''): z.output<typeof keptBundle> | undefined {
  try {
    return keptBundle.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
