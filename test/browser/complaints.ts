import AxeBuilder from '@axe-core/playwright';
import { stillPage } from './still-page';
import type { Page } from '@playwright/test';

/**
 * What axe finds to be out of reach for somebody in a part of the page, each with where. Frames hold the app's code and
 * draw nothing; without them axe needs half the time.
 */
export async function complaints(page: Page, part = 'body'): Promise<string[]> {
  await stillPage(page);
  const axe = new AxeBuilder({ page }).setLegacyMode().include(part).exclude('iframe');
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
