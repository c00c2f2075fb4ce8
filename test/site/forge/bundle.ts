import { build } from 'esbuild';
import type { BuildFailure, BuildOptions, Metafile, Plugin } from 'esbuild';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { bundleText } from './kept-bundle';
import type { AppManifest } from './manifest';

/** Makes of an app's sources what runs. */
export interface Bundler {
  /** The functions as one CommonJS text, which exports an object of modules by the path that handlers name. */
  functions(manifest: AppManifest): Promise<string>;
  /** One UI Kit frontend as a script for the app's frame. */
  resource(manifest: AppManifest, resource: string): Promise<string>;
}

/** An app outside this project need not be installed: it gets the packages that are here. */
const FALLBACK_MODULES = path.resolve(__dirname, '../../../node_modules');
const SOURCE_ENDINGS = ['.ts', '.tsx', '.js', '.jsx'];

/** The site's own bundler: esbuild. */
export const quickBundler: Bundler = { functions: bundleFunctions, resource: bundleResource };

/**
 * @throws esbuild's BuildFailure, or an Error where a handler's file does not exist
 */
async function bundleFunctions(manifest: AppManifest): Promise<string> {
  const sources = path.join(manifest.folder, 'src');
  const modules = new Set([...manifest.functions.values()].map(({ handler }) => modulePath(handler)));
  const entries = [...modules].map(
    (module) => `${JSON.stringify(module)}: require(${JSON.stringify(fileOf(sources, module))})`,
  );
  return bundle(manifest, 'functions', {
    stdin: {
      contents: `module.exports = {${entries.join(',')}};`,
      resolveDir: manifest.folder,
      loader: 'js',
    },
    platform: 'node',
    format: 'cjs',
    target: 'node20',
  });
}

/** @throws esbuild's BuildFailure */
function bundleResource(manifest: AppManifest, resource: string): Promise<string> {
  const entry = manifest.resources.get(resource) ?? resource;
  return bundle(manifest, encodeURIComponent(entry), {
    entryPoints: [path.join(manifest.folder, entry)],
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    // A third less for each frame to read. Names stay, for whoever reads where an error comes from.
    minifyWhitespace: true,
  });
}

/** `index.run` is the export `run` of `src/index`; `jobs/nightly.run` that of `src/jobs/nightly`. */
export function modulePath(handler: string): string {
  return handler.slice(0, handler.lastIndexOf('.'));
}

function fileOf(sources: string, module: string): string {
  const found = SOURCE_ENDINGS.map((ending) => path.join(sources, module + ending)).find((file) =>
    existsSync(file),
  );
  if (found === undefined)
    throw new Error(
      `A function's handler names ${module}, but ${path.join(sources, module)}.* does not exist.`,
    );
  return found;
}

function bundle({ folder }: AppManifest, name: string, options: BuildOptions): Promise<string> {
  return bundleText({ folder, name, options }, async () => {
    const { metafile, outputFiles } = await build({
      ...options,
      bundle: true,
      write: false,
      metafile: true,
      logLevel: 'silent',
      nodePaths: [FALLBACK_MODULES],
      plugins: [typeScriptAsWebpackHasIt],
    }).catch((error: unknown) => {
      throw missingPackage(error) ?? error;
    });
    return { text: outputFiles[0]?.text ?? '', files: filesIn(metafile) };
  });
}

/** What esbuild was given as text or left empty is no file; the paths of the others are from where Node was started. */
function filesIn({ inputs }: Metafile): string[] {
  const names = Object.keys(inputs).filter((name) => name !== '<stdin>' && !name.startsWith('(disabled):'));
  return names.map((name) => path.resolve(name));
}

/** A package that the app imports is not installed; the message names it in one line. */
export class MissingPackageError extends Error {
  override readonly name = 'MissingPackageError';
}

function missingPackage(error: unknown): MissingPackageError | undefined {
  const [first] = (error as Partial<BuildFailure>).errors ?? [];
  const [, name] = /^Could not resolve "([^".][^"]*)"/.exec(first?.text ?? '') ?? [];
  if (name === undefined || !first?.location) return undefined;
  const { file, line } = first.location;
  return new MissingPackageError(
    `The package ${name} is not installed; ${path.resolve(file)}:${line} imports it.`,
  );
}

/**
 * In an app with `"type": "module"`, webpack imports CommonJS as Node does from files that end in `.js` only; esbuild
 * would from TypeScript, too. What a plugin has resolved, it takes for no module of that type.
 */
const typeScriptAsWebpackHasIt: Plugin = {
  name: 'typescript-as-webpack-has-it',
  setup: (building) => {
    building.onResolve({ filter: /^[./]/ }, async ({ path: wanted, pluginData, ...from }) => {
      if (pluginData === 'resolved') return undefined;
      const { importer, kind, resolveDir } = from;
      const found = await building.resolve(wanted, { importer, kind, resolveDir, pluginData: 'resolved' });
      return /\.tsx?$/.test(found.path) ? { path: found.path } : undefined;
    });
  },
};
