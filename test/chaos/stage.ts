import path from 'node:path';
import { setUpDemo } from '../demo/set-up';
import { createSite } from 'local-site/scheduled-site';
import { addGuards } from '../support/guards';
import type { Stage } from './run';

const THIS_APP = path.resolve(__dirname, '../..');

/** A scheduled site with the app of a folder, set up as the demo is, and a guarded transition in each status. */
export async function openStage(app = THIS_APP): Promise<Stage> {
  const site = await createSite({
    app,
    seed: async (starting) => {
      const send = (request: Request) => starting.fetch(request);
      await setUpDemo(starting.url, send);
      await addGuards(starting.url, send);
    },
  });
  return { site, ready: site.snapshot() };
}
