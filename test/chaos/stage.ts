import path from 'node:path';
import { setUpDemo } from '../demo/set-up';
import { createSite } from 'local-site/scheduled-site';
import { addGuards } from '../support/guards';
import { SiteActions } from './site-actions';
import type { Stage } from './run';

const THIS_APP = path.resolve(__dirname, '../..');

/** A scheduled site with the app of a folder, set up as the demo is, with a guarded transition in each status, and with or without a rule. */
export async function openStage(app = THIS_APP): Promise<Stage> {
  const site = await createSite({
    app,
    seed: async (starting) => {
      const send = (request: Request) => starting.fetch(request);
      await setUpDemo(starting.url, send);
      await addGuards(starting.url, send);
    },
  });
  const ready = site.snapshot();
  const rule = await site.scheduler.until(new SiteActions(site).makeRule());
  return { site, ready, underRule: { ready: site.snapshot(), rule } };
}
