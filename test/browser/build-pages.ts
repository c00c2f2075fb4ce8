import { resolve } from 'node:path';
import { forgeBundler } from '../site/forge/forge-bundle';
import { readManifest } from '../site/forge/manifest';
import { buildPages } from '../site/web/build';

/** Once for all workers, and not on the time of the first test. */
export default async function buildPagesOnce(): Promise<void> {
  await buildPages();
  await forgeBundler().functions(readManifest(resolve(__dirname, '../..')));
}
