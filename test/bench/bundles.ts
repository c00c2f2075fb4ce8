import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { transform } from 'esbuild';
import { APP } from './desk';
import { quickBundler } from 'local-site/forge/bundle';
import { readManifest } from 'local-site/forge/manifest';
import type { Bundler } from 'local-site/forge/bundle';

export const EMPTY_APP = path.join(__dirname, 'empty-app');

/** Bytes of a bundle, as it is and compressed. */
export interface BundleSize {
  raw: number;
  gzip: number;
}

/** Bytes of an app's bundles by name, the functions' under `functions`. */
export type BundleSizes = Record<string, BundleSize>;

/** Sizes of this app's bundles and of the empty app's, as a bundler makes them. */
export async function bundleSizes(bundler: Bundler): Promise<{ app: BundleSizes; empty: BundleSizes }> {
  return { app: await sizesOf(APP, bundler), empty: await sizesOf(EMPTY_APP, bundler) };
}

/** The site's own bundler, with its results minified: a deployment's are, and esbuild's names are longer. */
export const smallBundler: Bundler = {
  functions: async (manifest) => minified(await quickBundler.functions(manifest)),
  resource: async (manifest, resource) => minified(await quickBundler.resource(manifest, resource)),
};

async function sizesOf(folder: string, bundler: Bundler): Promise<BundleSizes> {
  const manifest = readManifest(folder);
  const sizes: BundleSizes = { functions: sizeOf(await bundler.functions(manifest)) };
  for (const resource of new Set(manifest.uiModules.map((module) => module.resource)))
    sizes[resource] = sizeOf(await bundler.resource(manifest, resource));
  return sizes;
}

function sizeOf(text: string): BundleSize {
  return { raw: Buffer.byteLength(text), gzip: gzipSync(text).length };
}

async function minified(text: string): Promise<string> {
  return (await transform(text, { minify: true })).code;
}
