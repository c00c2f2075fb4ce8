import type { Locator, Page } from '@playwright/test';

/** A person's hand on the mouse: counts what it clicks, and how far it scrolls a page to get there, in pixels. */
export class Hand {
  clicks = 0;
  scrolled = 0;

  /** Scrolls no further than has to be, and clicks. */
  async clicksOn(target: Locator): Promise<void> {
    const page = target.page();
    await page.bringToFront();
    await target.waitFor();
    const before = await scrollOf(page);
    await target.evaluate((element) => {
      element.scrollIntoView({ block: 'nearest' });
    });
    await target.click();
    this.clicks++;
    this.scrolled += Math.abs((await scrollOf(page)) - before);
  }

  /** Selects a field's value with one gesture and copies it. */
  async copies(field: Locator): Promise<string> {
    await this.clicksOn(field);
    return field.inputValue();
  }

  /** Clicks into the first field and pastes in place of what is there; goes on to the others with the Tab key. */
  async pastes(first: Locator, texts: string[]): Promise<void> {
    const { keyboard } = first.page();
    await this.clicksOn(first);
    for (const [place, text] of texts.entries()) {
      if (place > 0) await keyboard.press('Tab');
      await keyboard.press('Control+A');
      await keyboard.insertText(text);
    }
  }
}

function scrollOf(page: Page): Promise<number> {
  return page.evaluate(() => window.scrollY);
}
