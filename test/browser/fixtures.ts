import { resolve } from 'node:path';
import { expect, test as base } from '@playwright/test';
import type { ConsoleMessage, WebError } from '@playwright/test';
import { setUpDemo } from '../demo/set-up';
import { leaksOf } from '../support/leaks';
import type { SiteOptions } from 'local-site/local-site';
import { startSite } from 'local-site/site';
import type { Site } from 'local-site/site';
import { KeptContexts } from './kept-contexts';

interface TestFixtures {
  /** A site with the demo set up, as after its start. */
  site: Site;
  /** A site on which nothing of the app is set, as after its start. */
  emptySite: Site;
  /** A site of its own for the test, with the app that the local site has for its own tests. */
  noticeboardSite: Site;
  /** What a browser may report as an error without failing the test. */
  expectedErrors: RegExp[];
}

export interface WorkerFixtures {
  /** Whether the site hosts what Forge's own bundler makes of the app. */
  forgeBundle: boolean;
  keptSite: Site;
  keptEmptySite: Site;
  keptContexts: KeptContexts;
}

const app = resolve(__dirname, '../..');
const noticeboard = resolve(__dirname, '../site/tests/noticeboard-app');

async function during(options: SiteOptions, use: (site: Site) => Promise<void>): Promise<void> {
  const site = await startSite({ app, ...options });
  await use(site);
  await site.close();
}

/** Playwright's `test` with a site for each worker; it fails where a page logs an error or throws one. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  forgeBundle: [false, { scope: 'worker', option: true }],

  keptSite: [
    async ({ forgeBundle }, use) => {
      await during({ forgeBundle, seed: ({ url }) => setUpDemo(url) }, use);
    },
    // Forge's bundler takes minutes where what it made of these sources is not kept.
    { scope: 'worker', timeout: 300_000 },
  ],

  keptEmptySite: [
    async ({}, use) => {
      await during({ empty: true }, use);
    },
    { scope: 'worker' },
  ],

  site: async ({ keptSite }, use) => {
    await keptSite.reset();
    await use(keptSite);
    expect(leaksOf(keptSite), 'secrets that the app wrote down').toEqual([]);
  },

  emptySite: async ({ keptEmptySite }, use) => {
    await keptEmptySite.reset();
    await use(keptEmptySite);
    expect(leaksOf(keptEmptySite), 'secrets that the app wrote down').toEqual([]);
  },

  noticeboardSite: async ({ context }, use) => {
    await during({ app: noticeboard }, async (site) => {
      await use(site);
      // First, for a page that is left with no site complains.
      await Promise.all(context.pages().map((page) => page.close()));
    });
  },

  expectedErrors: [[], { option: true }],

  keptContexts: [
    async ({ browser }, use) => {
      const contexts = new KeptContexts(browser);
      await use(contexts);
      await contexts.close();
    },
    { scope: 'worker' },
  ],

  context: async ({ keptContexts, viewport, colorScheme, expectedErrors }, use) => {
    const errors: string[] = [];
    const options = { viewport, colorScheme };
    const context = await keptContexts.take(options);
    const seesLogged = (message: ConsoleMessage) => {
      if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`);
    };
    const seesThrown = (thrown: WebError) => errors.push(thrown.error().message);
    context.on('console', seesLogged).on('weberror', seesThrown);
    await use(context);
    context.off('console', seesLogged).off('weberror', seesThrown);
    await keptContexts.empty(context, options);
    const unexpected = errors.filter((error) => !expectedErrors.some((pattern) => pattern.test(error)));
    expect(unexpected, 'errors in the browser').toEqual([]);
  },
});

export { expect };
