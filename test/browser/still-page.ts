import type { Page } from '@playwright/test';

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
