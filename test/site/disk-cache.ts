import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

const FOLDER = path.resolve(__dirname, '../../node_modules/.cache/local-site');

/** The text kept on this machine under this name; if there is none, makes it and keeps it. */
export async function fromDiskCache(name: string, make: () => Promise<string>): Promise<string> {
  const file = path.join(FOLDER, name);
  const known = await keptIn(file);
  if (known !== undefined) return known;
  const text = await make();
  await keepIn(file, text);
  return text;
}

/** What `keepIn` kept in this file, if anything. */
export async function keptIn(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(() => undefined);
}

/** Writes a text into a file, whose folder need not exist. */
export async function keepIn(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  // Written aside and renamed: a file that exists is complete, even if two processes make it at once.
  const aside = `${file}.${randomUUID()}`;
  await writeFile(aside, text);
  await rename(aside, file);
}
