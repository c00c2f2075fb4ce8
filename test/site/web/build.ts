import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'vite';
import { sortAtomicCss } from './sort-atomic-css';

const WEB = __dirname;
const NODE_MODULES = path.resolve(WEB, '../../../node_modules');
const CACHE = path.join(NODE_MODULES, '.cache/local-site');

/**
 * Bundles the site's pages, unless these very sources were bundled before with the packages that are installed.
 * @returns the folder with `index.html` and `assets/`, to be served at the root
 * @throws what Vite throws when the sources cannot be bundled
 */
export async function buildPages(): Promise<string> {
  const built = path.join(CACHE, await fingerprint());
  if (!existsSync(built)) await buildInto(built);
  return built;
}

/** Builds aside and renames, so that a folder that exists is whole, whoever else builds at the same time. */
async function buildInto(target: string): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  const aside = await mkdtemp(path.join(CACHE, 'building-'));
  try {
    await bundle(aside);
    await rename(aside, target);
  } catch (error) {
    await rm(aside, { recursive: true });
    if (!existsSync(target)) throw error;
  }
}

async function bundle(outDir: string): Promise<void> {
  const { build } = await import('vite');
  await build({
    root: WEB,
    configFile: false,
    envFile: false,
    logLevel: 'error',
    publicDir: false,
    // Whatever test runner asks for the pages, they are made for people.
    define: { 'process.env.NODE_ENV': '"production"' },
    esbuild: { jsx: 'automatic' },
    // Atlaskit's modern builds; the default ones are compiled for browsers that nobody runs the site in.
    resolve: { mainFields: ['module:es2019', 'module', 'main'] },
    plugins: [sortedCss],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      reportCompressedSize: false,
      // One style sheet with every rule in it, for the sake of their order.
      cssCodeSplit: false,
      cssMinify: false,
    },
  });
}

const sortedCss: Plugin = {
  name: 'sorted-css',
  enforce: 'post',
  generateBundle: (_options, bundle) => {
    for (const file of Object.values(bundle)) {
      if (file.type === 'asset' && file.fileName.endsWith('.css'))
        file.source = sortAtomicCss(String(file.source));
    }
  },
};

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of await sources()) hash.update(file).update(await readFile(path.join(WEB, file)));
  hash.update(await readFile(path.join(NODE_MODULES, '.package-lock.json')));
  return hash.digest('hex').slice(0, 16);
}

async function sources(): Promise<string[]> {
  const entries = await readdir(WEB, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(WEB, path.join(entry.parentPath, entry.name)))
    .filter((file) => !file.startsWith(`frame${path.sep}`))
    .sort();
}
