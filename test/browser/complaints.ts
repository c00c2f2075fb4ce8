import type axe from 'axe-core';
import type { NodeResult } from 'axe-core';
import { readFileSync } from 'node:fs';
import { listen } from 'local-site/server';
import { stillPage } from './still-page';
import type { Page } from '@playwright/test';

/**
 * What axe finds to be out of reach for somebody in a part of the page, each with where and why. It does not look into frames:
 * they hold the app's code and draw nothing.
 */
export async function complaints(page: Page, part = 'body'): Promise<string[]> {
  await stillPage(page);
  if (!(await page.evaluate(() => 'axe' in globalThis))) {
    address ??= serveAxe();
    await page.addScriptTag({ url: await address });
  }
  return page.evaluate(async (include) => {
    const { axe } = globalThis as unknown as AxeGlobals;
    const { violations } = await axe.run({ include }, { iframes: false, resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(describe).join(' | ')}`);

    function describe({ html, any, all, none }: NodeResult): string {
      return `${html} (${[...any, ...all, ...none].map(({ message }) => message).join('; ')})`;
    }
  }, part);
}

interface AxeGlobals {
  axe: typeof axe;
}

let address: Promise<string> | undefined;

/** Chromium keeps what it has compiled of a script with an address; one that is sent to the page it compiles each time. */
async function serveAxe(): Promise<string> {
  const script = readFileSync(require.resolve('axe-core/axe.min.js'));
  const headers = { 'content-type': 'text/javascript', 'cache-control': 'max-age=3600' };
  const { server, port } = await listen(0, () => new Response(script, { headers }));
  server.unref();
  return `http://127.0.0.1:${port}/axe.js`;
}
