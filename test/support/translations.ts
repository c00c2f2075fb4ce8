import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const folder = resolve(__dirname, '../../static/locales');

/** The app's texts in a language, by key. */
export function textsOf(locale: string): Record<string, string> {
  return JSON.parse(readFileSync(resolve(folder, `${locale}.json`), 'utf8')) as Record<string, string>;
}

export const english = textsOf('en-US');

/** The languages that the English texts are translated to. */
export const translated = readdirSync(folder)
  .map((file) => file.replace('.json', ''))
  .filter((locale) => locale !== 'en-US');

/** The names of a text's placeholders, sorted. */
export function placeholdersOf(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
}
