import { resolve } from 'node:path';
import { UsageError, parseOptions, usage } from '../site/options';
import { startSite } from '../site/site';
import type { SiteOptions } from '../site/site';
import { setUpDemo } from './set-up';

/** The demo knows its way about this project's app only. */
function isThisApp({ app = '.' }: SiteOptions): boolean {
  return resolve(app) === resolve(__dirname, '../..');
}

async function start(options: SiteOptions): Promise<void> {
  const isSetUp = !options.empty && isThisApp(options);
  console.log('Starting the local site; the first time its pages are built …');
  const site = await startSite({ ...options, ...(isSetUp && { seed: ({ url }) => setUpDemo(url) }) });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void site.close().finally(() => process.exit()));
  }
  console.log(`\nThe local site is ready: ${site.url}/\n`);
}

async function main(argv: string[]): Promise<void> {
  const { help, ...options } = parseOptions(argv);
  if (help) console.log(usage);
  else await start(options);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(error instanceof UsageError ? 2 : 1);
});
