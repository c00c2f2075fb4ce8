import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';

/** Pages that earlier tests are done with, emptied. */
const freePages = new WeakMap<BrowserContext, Page[]>();

const BLANK = 'about:blank';

/** More than two pages at once are rare, and each keeps a process of Chromium. */
const MOST_PAGES = 2;

/** A page in which a test can begin: one that an earlier test is done with, where there is one. */
export async function openPage(context: BrowserContext): Promise<Page> {
  return freePages.get(context)?.pop() ?? context.newPage();
}

/**
 * The browser contexts of a worker. Tests with the same options share one, which is emptied after each test. Its pages
 * stay open for the tests to come, and with them Chromium's processes and the scripts in their memory: another address
 * in a page takes half of the time that a page in a new context takes.
 */
export class KeptContexts {
  private readonly kept = new Map<string, BrowserContext>();
  private readonly browser: Browser;

  constructor(browser: Browser) {
    this.browser = browser;
  }

  async take(options: KeptOptions): Promise<BrowserContext> {
    const key = JSON.stringify(options);
    // What moves is drawn sixty times a second.
    const stillOptions = { ...options, reducedMotion: 'reduce' as const };
    const context = this.kept.get(key) ?? (await this.browser.newContext(stillOptions));
    this.kept.set(key, context);
    return context;
  }

  /** Leaves nothing of a test in the context: no document, route, cookie or stored value. */
  async empty(context: BrowserContext, options: KeptOptions): Promise<void> {
    await Promise.all(context.pages().map(forgetStored));
    const stay: Page[] = [];
    for (const page of context.pages()) {
      if (stay.length < MOST_PAGES && !(await page.opener())) stay.push(page);
      else await page.close();
    }
    await Promise.all(stay.map((page) => emptyPage(page, options)));
    await context.unrouteAll();
    await context.clearCookies();
    freePages.set(context, stay);
  }

  async close(): Promise<void> {
    await Promise.all([...this.kept.values()].map((context) => context.close()));
  }
}

/** What each page of a context begins with, and tests change. */
type KeptOptions = Required<Pick<BrowserContextOptions, 'viewport' | 'colorScheme'>>;

/** What Playwright offers for it, `setStorageState`, loads a page of its own each time. */
async function forgetStored(page: Page): Promise<void> {
  if (page.url() === BLANK) return;
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
}

async function emptyPage(page: Page, { viewport, colorScheme }: KeptOptions): Promise<void> {
  if (page.url() !== BLANK) await page.goto(BLANK);
  await page.unrouteAll();
  await page.emulateMedia({ colorScheme });
  if (viewport) await page.setViewportSize(viewport);
}
