import { resolve } from 'node:path';
import { MissingPackageError } from 'local-site/forge/bundle';
import { NoForgeBundlerError } from 'local-site/forge/forge-bundle';
import { ManifestError } from 'local-site/forge/manifest';
import { UsageError, parseOptions, usage } from 'local-site/options';
import type { SiteOptions } from 'local-site/local-site';
import { startSite } from 'local-site/site';
import { PortInUseError } from 'local-site/server';
import { setUpDemo } from './set-up';

/** The demo knows its way about this project's app only. */
function isThisApp({ app = '.' }: SiteOptions): boolean {
  return resolve(app) === resolve(__dirname, '../..');
}

async function start(options: SiteOptions): Promise<void> {
  const isSetUp = !options.empty && isThisApp(options);
  const startedAt = performance.now();
  console.log('Starting the local site; the first time its pages are built …');
  const site = await startSite({ ...options, ...(isSetUp && { seed: ({ url }) => setUpDemo(url) }) });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void site.close().finally(() => process.exit()));
  }
  console.log(`\nThe local site is ready after ${secondsSince(startedAt)} s: ${site.url}/\n`);
}

async function main(argv: string[]): Promise<void> {
  const { help, ...options } = parseOptions(argv);
  if (help) console.log(usage);
  else await start(options);
}

function secondsSince(startedAt: number): string {
  return ((performance.now() - startedAt) / 1000).toFixed(1);
}

/** Faults of what the site was given: their message says all, and where they were thrown says nothing. */
const expected = [UsageError, ManifestError, MissingPackageError, NoForgeBundlerError, PortInUseError];

main(process.argv.slice(2)).catch((error: unknown) => {
  const isExpected = expected.some((kind) => error instanceof kind);
  console.error(isExpected ? (error as Error).message : error);
  process.exit(error instanceof UsageError ? 2 : 1);
});
