import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { fromDiskCache } from '../disk-cache';
import { appFingerprint } from './app-fingerprint';
import type { Bundler } from './bundle';
import type { AppManifest } from './manifest';

const TOOLING = path.resolve(__dirname, '../../forge-tooling');
const MOST_OUTPUT_BYTES = 64 * 1024 * 1024;

/** Webpack's code asks where it was loaded from; here it stands in the page itself. */
const SCRIPT_ADDRESS = `Object.defineProperty(document.currentScript, 'src', { value: location.href });\n`;

/** Forge's own bundler is not installed; the message says how to install it. */
export class NoForgeBundlerError extends Error {
  override readonly name = 'NoForgeBundlerError';
}

const forgeBundle = z.object({
  /** The text of each file of functions, by the path that handlers name. */
  functions: z.record(z.string(), z.string()),
  /** The script of each UI Kit frontend, by the key of its resource. */
  resources: z.record(z.string(), z.string()),
});

type ForgeBundle = z.output<typeof forgeBundle>;

/**
 * Forge's own bundler, which makes what a deployment would upload. It is slow, so its output is kept on disk.
 * If it is not installed in the folder `tooling`, both functions reject with a NoForgeBundlerError.
 */
export function forgeBundler(tooling = TOOLING): Bundler {
  let latest: Promise<ForgeBundle> | undefined;
  return {
    functions: async (manifest) => {
      const { functions } = await (latest = bundleApp(manifest, tooling));
      return `module.exports = {${Object.entries(functions).map(moduleOf).join(',')}};`;
    },
    resource: async (manifest, resource) => {
      const { resources } = await (latest ??= bundleApp(manifest, tooling));
      return SCRIPT_ADDRESS + (resources[resource] ?? '');
    },
  };
}

/** @throws NoForgeBundlerError, or an Error with the bundler's words */
async function bundleApp({ folder }: AppManifest, tooling: string): Promise<ForgeBundle> {
  if (!existsSync(path.join(tooling, 'node_modules/@forge/bundler'))) {
    throw new NoForgeBundlerError(
      `Forge's own bundler is not installed. Install it with "npm ci --ignore-scripts" in ${tooling}.`,
    );
  }
  const version = createHash('sha256')
    .update(readFileSync(path.join(tooling, 'package-lock.json')))
    .digest('hex');
  const name = `forge-bundle-${version.slice(0, 8)}-${await appFingerprint(folder, 'contents of sources')}.json`;
  return forgeBundle.parse(JSON.parse(await fromDiskCache(name, () => runBundler(folder, tooling))));
}

async function runBundler(folder: string, tooling: string): Promise<string> {
  const args = [path.join(tooling, 'bundle.cjs'), folder];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: MOST_OUTPUT_BYTES });
  return stdout;
}

function moduleOf([name, text]: [string, string]): string {
  return `${JSON.stringify(name)}: ((module) => { ((module, exports) => {${text}\n})(module, module.exports); return module.exports; })({ exports: {} })`;
}
