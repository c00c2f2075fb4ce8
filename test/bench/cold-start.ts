import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { APP } from './desk';
import { EMPTY_APP } from './bundles';
import { percentile } from './times';
import { readManifest } from 'local-site/forge/manifest';
import type { Bundler } from 'local-site/forge/bundle';

/** Medians of what a new process needs until a bundle of functions has given its first answer. */
export interface ColdStart {
  /** From the start of the process. */
  processMs: number;
  /** Of these, loading the bundle and answering. */
  ownMs: number;
  loadMs: number;
  /** Bytes. */
  rss: number;
  heapUsed: number;
}

const CHILD = path.join(__dirname, 'cold-start-child.cjs');
const context = {
  accountId: 'agent',
  extension: { issue: { id: '10101', key: 'HELP-1' }, project: { id: '1' } },
};

/** Starts the app and the empty app in turn, `times` times each. */
export async function coldStarts(
  bundler: Bundler,
  times = 20,
): Promise<{ app: ColdStart; empty: ColdStart }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'cold-start-'));
  try {
    const app = await written(folder, 'app', APP, bundler);
    const empty = await written(folder, 'empty', EMPTY_APP, bundler);
    const starts: { app: ColdStart[]; empty: ColdStart[] } = { app: [], empty: [] };
    for (let i = 0; i < times; i++) {
      starts.app.push(await start(app, { functionKey: 'openPanel', handler: 'issuePanel', context }));
      starts.empty.push(await start(empty, { functionKey: 'ping', handler: 'run', context }));
    }
    return { app: medians(starts.app), empty: medians(starts.empty) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function written(folder: string, name: string, app: string, bundler: Bundler): Promise<string> {
  const file = path.join(folder, `${name}.cjs`);
  await writeFile(file, await bundler.functions(readManifest(app)));
  return file;
}

async function start(bundle: string, call: object): Promise<ColdStart> {
  const { stdout } = await promisify(execFile)(process.execPath, [CHILD, bundle, JSON.stringify(call)]);
  return JSON.parse(stdout) as ColdStart;
}

function medians(starts: ColdStart[]): ColdStart {
  const median = (of: (each: ColdStart) => number) => percentile(starts.map(of), 50);
  return {
    processMs: median(({ processMs }) => processMs),
    ownMs: median(({ ownMs }) => ownMs),
    loadMs: median(({ loadMs }) => loadMs),
    rss: median(({ rss }) => rss),
    heapUsed: median(({ heapUsed }) => heapUsed),
  };
}
