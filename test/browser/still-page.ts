import type { Page } from '@playwright/test';

/** Waits until colours and sizes that are on their way to another have arrived there. */
export async function stillPage(page: Page): Promise<void> {
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((animation) => animation instanceof CSSTransition)
        .map((transition) => transition.finished),
    ).then(() => undefined),
  );
}
