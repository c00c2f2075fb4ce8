import type { Browser, BrowserContext, BrowserContextOptions } from '@playwright/test';

/**
 * The browser contexts of a worker. Tests with the same options share one, which is emptied after each test. One page
 * stays open in it, and with it Chromium's process and the scripts in its memory. Opening a page then takes two thirds
 * of the time that it takes in a new context.
 */
export class KeptContexts {
  private readonly kept = new Map<string, BrowserContext>();
  private readonly browser: Browser;
  private readonly door: string;

  /** @param door address of a small page of the site */
  constructor(browser: Browser, door: string) {
    this.browser = browser;
    this.door = door;
  }

  async take(options: BrowserContextOptions): Promise<BrowserContext> {
    const key = JSON.stringify(options);
    const context = this.kept.get(key) ?? (await this.open(options));
    this.kept.set(key, context);
    return context;
  }

  /** Leaves nothing of a test in the context: no page, route, cookie or stored value. */
  async empty(context: BrowserContext): Promise<void> {
    const [, ...pages] = context.pages();
    await Promise.all(pages.map((page) => page.close()));
    await context.unrouteAll();
    await context.setStorageState({ cookies: [], origins: [] });
  }

  async close(): Promise<void> {
    await Promise.all([...this.kept.values()].map((context) => context.close()));
  }

  private async open(options: BrowserContextOptions): Promise<BrowserContext> {
    const context = await this.browser.newContext(options);
    await (await context.newPage()).goto(this.door);
    return context;
  }
}
