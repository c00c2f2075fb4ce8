import { resolve } from 'node:path';
import { forgeBundler } from 'local-site/forge/forge-bundle';
import { readManifest } from 'local-site/forge/manifest';
import { buildPages } from 'local-site/web/build';

/** Once for all workers, and not on the time of the first test. */
export default async function buildPagesOnce(): Promise<void> {
  await buildPages();
  await forgeBundler().functions(readManifest(resolve(__dirname, '../..')));
}
