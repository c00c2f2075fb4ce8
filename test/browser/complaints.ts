import axe from 'axe-core';
import type { NodeResult } from 'axe-core';
import { stillPage } from './still-page';
import type { Page } from '@playwright/test';

/**
 * What axe finds to be out of reach for somebody in a part of the page, each with where and why. It does not look into frames:
 * they hold the app's code and draw nothing.
 */
export async function complaints(page: Page, part = 'body'): Promise<string[]> {
  await stillPage(page);
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
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
