import { access } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { fromDiskCache } from '../disk-cache';
import { appFingerprint } from './app-fingerprint';
import { validation } from './atlassian-validator';
import { ManifestError } from './manifest';

const findings = z.array(
  z.object({
    message: z.string(),
    level: z.string(),
    line: z.number().optional(),
    column: z.number().optional(),
  }),
);

type Finding = z.output<typeof findings>[number];

/**
 * Does `work` on the app in `folder` while Atlassian's own validation reads its manifest.
 * @throws ManifestError in Atlassian's words where that rejects it, else whatever `work` throws
 */
export async function withValidManifest<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const [found, done] = await Promise.allSettled([validate(folder), work()]);
  const errors = found.status === 'fulfilled' ? found.value.filter(({ level }) => level === 'error') : [];
  if (errors.length > 0) throw new ManifestError(errors.map((error) => wordsOf(folder, error)).join('\n'));
  if (done.status === 'rejected') throw done.reason;
  if (found.status === 'rejected') throw found.reason;
  return done.value;
}

/** What Atlassian's validation objects to without rejecting it. */
export async function manifestWarnings(folder: string): Promise<string[]> {
  const found = await validate(folder);
  return found.filter(({ level }) => level !== 'error').map((warning) => wordsOf(folder, warning));
}

/** Kept on disk: the same manifest and files are never validated twice. */
async function validate(folder: string): Promise<Finding[]> {
  const key = await appFingerprint(folder, 'names of sources');
  const text = await fromDiskCache(`manifest-${key}.json`, async () => {
    const found = JSON.stringify(await validation(folder));
    // A folder that was removed meanwhile says nothing about its manifest: its findings are not kept.
    await access(path.join(folder, 'manifest.yml'));
    return found;
  });
  return findings.parse(JSON.parse(text));
}

function wordsOf(folder: string, { message, line = 1, column = 1 }: Finding): string {
  return `${path.resolve(folder, 'manifest.yml')}:${line}:${column}: ${message}`;
}
