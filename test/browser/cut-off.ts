import type { Page } from '@playwright/test';

export const narrow = { width: 360, height: 800 };
/** A window 1280 wide at 200 %: half as many CSS pixels. */
export const zoomed = { width: 640, height: 450 };

/**
 * The words of what is cut off in the app's parts of the page, or lies beyond its right edge. Atlaskit shortens the names
 * of tabs that have no room beside each other; half of each has to be left.
 */
export function cutOff(page: Page): Promise<string[]> {
  const parts = page.locator('.app-frame, [role="dialog"]').locator('*:not(input, textarea, style)');
  return parts.evaluateAll((elements) =>
    elements
      .filter((element) => {
        const { clientWidth, scrollWidth, textContent } = element;
        // Inline text has no width of its own, and what only screen readers read has a pixel.
        if (textContent.trim() === '' || clientWidth < 2) return false;
        const share = element.closest('[role="tab"]') ? 0.5 : 1;
        return clientWidth < scrollWidth * share || element.getBoundingClientRect().right > innerWidth;
      })
      .map(({ textContent }) => textContent),
  );
}
