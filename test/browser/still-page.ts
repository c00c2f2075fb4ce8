import { expect } from './fixtures';
import type { Page } from '@playwright/test';

/** Changes the user's system to light or dark, which the page follows. */
export async function changesColors(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await expect(page.locator('html')).toHaveAttribute('data-color-mode', colorScheme);
}

/** Waits until what moves, fades or changes its colour has done so. What goes round for ever, like a spinner, may. */
export async function stillPage(page: Page): Promise<void> {
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
        .map((animation) => animation.finished),
    ).then(() => undefined),
  );
}
