import { buildPages } from 'local-site/web/build';

/** Once for all workers, and not on the time of the first test. */
export default async function buildPagesOnce(): Promise<void> {
  await buildPages();
}
