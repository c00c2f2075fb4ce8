import { textsOf } from '../support/translations';
import type { Page } from '@playwright/test';

/** Somebody who has a page open in another language. */
export class LocalizedPerson {
  readonly page: Page;
  protected readonly texts: Record<string, string>;

  protected constructor(page: Page, locale: string) {
    this.page = page;
    this.texts = textsOf(locale);
  }

  /** A text with its placeholders filled in. */
  text(key: string, values: Record<string, string | number> = {}): string {
    const text = this.texts[key];
    if (text === undefined) throw new Error(`There is no text ${key}`);
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  }
}
