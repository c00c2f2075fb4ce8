import path from 'node:path';
import { setUpDemo } from '../demo/set-up';
import { createSite } from 'local-site/scheduled-site';
import type { Stage } from './run';

const THIS_APP = path.resolve(__dirname, '../..');

/** A scheduled site with the app of a folder, set up as the demo is. */
export async function openStage(app = THIS_APP): Promise<Stage> {
  const site = await createSite({
    app,
    seed: (starting) => setUpDemo(starting.url, (request) => starting.fetch(request)),
  });
  return { site, ready: site.snapshot() };
}
