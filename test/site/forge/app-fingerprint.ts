import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const SETTINGS = ['manifest.yml', 'package.json', 'package-lock.json', 'tsconfig.json'];

/**
 * Differs where the manifest and settings of the app differ, or the names of its files, or the contents of what is
 * in its `src`; by the names of sources alone, the texts of its translations, which are validated with the manifest.
 */
export async function appFingerprint(
  folder: string,
  of: 'names of sources' | 'contents of sources',
): Promise<string> {
  const hash = createHash('sha256');
  const names = await namesIn(folder);
  const manifest = await readFile(path.join(folder, 'manifest.yml'), 'utf8');
  const isTranslation = (name: string): boolean => name.endsWith('.json') && manifest.includes(name);
  const isSource = (name: string): boolean => name.startsWith('src/');
  const matters = of === 'contents of sources' ? isSource : isTranslation;
  const isRead = (name: string): boolean => SETTINGS.includes(name) || matters(name);
  for (const name of names) {
    hash.update(`${name}\n`);
    if (isRead(name)) hash.update(await readFile(path.join(folder, name)));
  }
  return hash.digest('hex').slice(0, 24);
}

async function namesIn(folder: string, below = ''): Promise<string[]> {
  const entries = await readdir(path.join(folder, below), { withFileTypes: true });
  const wanted = entries.filter(({ name }) => name !== 'node_modules' && !name.startsWith('.'));
  const lists = wanted.map(async (entry) => {
    const name = path.posix.join(below, entry.name);
    return entry.isDirectory() ? namesIn(folder, name) : [name];
  });
  return (await Promise.all(lists)).flat().sort();
}
