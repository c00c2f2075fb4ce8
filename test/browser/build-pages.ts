import { buildPages } from '../site/web/build';

/** Once for all workers, and not on the time of the first test. */
export default async function buildPagesOnce(): Promise<void> {
  await buildPages();
}
