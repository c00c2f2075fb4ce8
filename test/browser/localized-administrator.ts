import { englishIn } from './english-in';
import { expect } from './fixtures';
import { openPage } from './kept-contexts';
import { LocalizedPerson } from './localized-person';
import type { Site } from 'local-site/site';
import type { BrowserContext, Locator } from '@playwright/test';

/** A Jira administrator who has the settings page open in another language. */
export class LocalizedAdministrator extends LocalizedPerson {
  static async opens(context: BrowserContext, site: Site, locale: string): Promise<LocalizedAdministrator> {
    const page = await openPage(context);
    await page.goto(`${site.url}/jira/settings/apps/settings?as=admin&locale=${locale}`);
    await page.getByLabel('Integration Reference').waitFor();
    return new LocalizedAdministrator(page, locale);
  }

  field(key: string): Locator {
    return this.page.getByLabel(this.text(key), { exact: true });
  }

  async clicks(key: string): Promise<void> {
    await this.page.getByRole('button', { name: this.text(key), exact: true }).click();
  }

  async goesTo(part: string): Promise<void> {
    await this.page.getByRole('tab', { name: this.text(`settings.tab.${part}`) }).click();
  }

  async sees(key: string): Promise<void> {
    await expect(this.page.getByRole('heading', { name: this.text(key), exact: true })).toBeVisible();
  }

  /** Sees a text that is no heading. */
  async reads(key: string): Promise<void> {
    await expect(this.page.getByText(this.text(key)).filter({ visible: true })).toBeVisible();
  }

  /** What is left in English of the page, apart from how comments will look, which is as everybody reads them. */
  async english(): Promise<string[]> {
    await this.page.addStyleTag({ content: '.adf { display: none; }' });
    const isShown = (key: string): boolean => key.startsWith('settings.');
    return englishIn([this.page.getByRole('main')], { own: this.texts, isShown });
  }
}
