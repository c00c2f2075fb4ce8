import { expect } from './fixtures';
import { englishIn } from './english-in';
import { openPage } from './kept-contexts';
import { LocalizedPerson } from './localized-person';
import type { Site } from 'local-site/site';
import type { BrowserContext, Locator } from '@playwright/test';

/** A service agent who has the request HELP-1 open in another language. */
export class LocalizedAgent extends LocalizedPerson {
  static async opens(context: BrowserContext, site: Site, locale: string): Promise<LocalizedAgent> {
    const page = await openPage(context);
    await page.goto(`${site.url}/browse/HELP-1?as=agent&locale=${locale}`);
    // As `Agent.opens` does, in any language: the panel has a button as soon as it has loaded.
    await page.locator('.app-frame').getByRole('button').first().waitFor();
    return new LocalizedAgent(page, locale);
  }

  panel(): Locator {
    return this.page.getByRole('region', { name: this.text('module.panel.title') });
  }

  sideBar(): Locator {
    return this.page.getByRole('region', { name: this.text('module.context.title'), exact: true });
  }

  async sees(key: string): Promise<void> {
    await expect(this.page.getByRole('heading', { name: this.text(key) })).toBeVisible({ timeout: 10_000 });
  }

  async sendsToAda(): Promise<void> {
    await this.page.getByLabel(this.text('send.email.label')).fill('ada.lovelace@example.com');
    await this.page.getByLabel(this.text('send.method.sms')).check();
    await this.page.getByLabel(this.text('send.phone.label')).fill('+1 415 555 0123');
    await this.page.getByRole('button', { name: this.text('send.submit') }).click();
  }

  /** What is left in English in the app's parts of the page. */
  english(): Promise<string[]> {
    const isShown = (key: string): boolean => !key.startsWith('settings.');
    const flags = this.page.getByRole('status').first();
    return englishIn([this.panel(), this.sideBar(), flags], {
      own: this.texts,
      isShown,
      names: ['In Progress'],
    });
  }
}
