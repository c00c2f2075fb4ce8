import { readFileSync } from 'node:fs';
import path from 'node:path';
import { getTranslationValue, I18N_INFO_FILE_NAME } from '@forge/i18n';
import type { I18nInfo, I18nValue, TranslationResourceContent, Translations } from '@forge/i18n';

type LocaleCode = Translations['resources'][number]['key'];

/** Of a user who has chosen none. */
export const DEFAULT_LOCALE = 'en-US';

/** An app's texts by language. They are read anew each time, so that a page that is loaded again shows the newest. */
export interface TranslatedApp {
  folder: string;
  translations?: Translations;
}

/** The app's languages in the order in which a text is looked for, as `@forge/i18n` has it. */
export function languagesFor({ translations }: TranslatedApp, locale: string): LocaleCode[] {
  if (!translations) return [];
  const { resources, fallback } = translations;
  const { default: last, ...others } = fallback;
  const wanted: string[] = [locale, ...((others as Record<string, LocaleCode[]>)[locale] ?? []), last];
  return [...new Set(wanted)].flatMap((code) =>
    resources.filter(({ key }) => key === code).map(({ key }) => key),
  );
}

/** What a text of the manifest reads for a user with this locale; its key where it is in no language. */
export function textFor(app: TranslatedApp, text: string | I18nValue, locale: string): string {
  if (typeof text === 'string') return text;
  for (const language of languagesFor(app, locale)) {
    const found = getTranslationValue({ [language]: textsOf(app, language) }, text.i18n, language);
    if (found !== null) return found;
  }
  return text.i18n;
}

/**
 * What a frame gets for `./__LOCALES__/<name>`, as `forge tunnel` serves it; `undefined` where the app has no such file.
 */
export function localeFile(app: TranslatedApp, name: string): object | undefined {
  const { translations } = app;
  if (!translations) return undefined;
  const locales = translations.resources.map(({ key }) => key);
  if (name === I18N_INFO_FILE_NAME) {
    return { translations: {}, config: { locales, fallback: translations.fallback } } satisfies I18nInfo;
  }
  const locale = locales.find((each) => `${each}.json` === name);
  return locale && textsOf(app, locale);
}

function textsOf({ folder, translations }: TranslatedApp, locale: LocaleCode): TranslationResourceContent {
  const resource = translations?.resources.find(({ key }) => key === locale);
  const text = readFileSync(path.join(folder, resource?.path ?? ''), 'utf8');
  return JSON.parse(text) as TranslationResourceContent;
}
