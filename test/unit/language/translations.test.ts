import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { textUses } from '../../support/texts-in-code';
import { english, placeholdersOf, textsOf, translated } from '../../support/translations';
import type { TextUse } from '../../support/texts-in-code';

const keys = Object.keys(english);

/** Names, which are the same in every language: Incode's for its product and what its dashboard shows, and the web's. */
const names = [
  'module.panel.title',
  'settings.name.apiKey',
  'settings.name.clientId',
  'settings.name.clientSecret',
  'settings.name.integrationReference',
  'settings.webhook.title',
];

/** Words that just are the same as in English, by language. */
const sameAsEnglish: Record<string, string[]> = {
  'de-DE': [
    'settings.value.environment.demo',
    'settings.setup.state.optional',
    'settings.people.whose.agent',
  ],
  'es-ES': ['settings.value.no', 'settings.value.environment.demo'],
  'fr-FR': [
    'settings.value.environment.production',
    'settings.people.whose.agent',
    'settings.change.of.agent',
  ],
  'pt-BR': ['settings.value.environment.demo'],
};

/** Whether nothing of a text is a word that could be translated. */
function isWordless(text: string): boolean {
  return !/\p{L}/u.test(text.replace(/\{\w+\}|\bDEMO\b|\bSMS\b/g, ''));
}

const toBeTranslated = keys.filter((key) => !names.includes(key) && !isWordless(english[key] ?? ''));

describe.each(translated)('%s', (locale) => {
  const texts = textsOf(locale);

  it('has every text, and no other, in the order of the English ones', () => {
    expect(Object.keys(texts)).toEqual(keys);
  });

  it('has left nothing in English', () => {
    expect(toBeTranslated.filter((key) => texts[key] === english[key])).toEqual(sameAsEnglish[locale] ?? []);
    const englishWords = /\b(the|this|that|and|with|from|request|employee|verification|settings)\b/i;
    expect(toBeTranslated.filter((key) => englishWords.test(texts[key] ?? ''))).toEqual([]);
  });

  it('has the placeholders of the English texts', () => {
    const differing = keys.filter(
      (key) => placeholdersOf(texts[key] ?? '').join() !== placeholdersOf(english[key] ?? '').join(),
    );
    expect(differing).toEqual([]);
  });

  it('names itself', () => {
    expect(texts['language']).toBe(locale);
  });
});

it('Japanese is written in Japanese', () => {
  const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
  const texts = textsOf('ja-JP');
  const others = toBeTranslated.filter(
    (key) => !japanese.test(texts[key] ?? '') && !isWordless(texts[key] ?? ''),
  );
  expect(others).toEqual(['language']);
});

describe('the code', () => {
  let uses: TextUse[] = [];
  beforeAll(() => {
    uses = textUses();
  });

  it('uses every text', () => {
    const { modules } = parse(readFileSync(resolve(__dirname, '../../../manifest.yml'), 'utf8')) as {
      modules: Record<string, { title?: { i18n: string }; label?: { i18n: string } }[]>;
    };
    const named = Object.values(modules)
      .flat()
      .flatMap(({ title, label }) => [title?.i18n, label?.i18n]);
    const used = new Set<string | undefined>([...uses.flatMap((use) => use.keys), ...named]);
    expect(keys.filter((key) => !used.has(key))).toEqual([]);
  });

  it('fills every placeholder of the texts that it uses', () => {
    const open = uses.flatMap(({ place, keys: asked, fills }) =>
      asked.flatMap((key) =>
        placeholdersOf(english[key] ?? '')
          .filter((name) => !fills.includes(name))
          .map((name) => `${place}: ${key}: {${name}}`),
      ),
    );
    expect(open).toEqual([]);
  });
});
