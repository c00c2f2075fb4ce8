import AxeBuilder from '@axe-core/playwright';
import { stillPage } from './still-page';
import type { Page } from '@playwright/test';

/** What axe finds to be out of reach for somebody, each with where. */
export async function complaints(page: Page): Promise<string[]> {
  await stillPage(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
