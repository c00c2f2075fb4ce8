import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Mutation } from './mutations';

const ROOT = path.resolve(__dirname, '../..');

/** Whether the piece stands in its file exactly once. */
export function fits({ file, piece }: Mutation): boolean {
  return readFileSync(path.join(ROOT, file), 'utf8').split(piece).length === 2;
}

/**
 * Makes a copy of the app with a mutation; answers its folder and how to remove it.
 */
export function mutatedApp({ file, piece, instead }: Mutation): { app: string; remove: () => void } {
  const app = mkdtempSync(path.join(tmpdir(), 'mutated-app-'));
  for (const part of ['manifest.yml', 'package.json', 'tsconfig.json', 'src', 'static']) {
    cpSync(path.join(ROOT, part), path.join(app, part), { recursive: true });
  }
  const text = readFileSync(path.join(app, file), 'utf8');
  writeFileSync(
    path.join(app, file),
    text.replace(piece, () => instead),
  );
  return { app, remove: () => rmSync(app, { recursive: true, force: true }) };
}
