import { english } from '../support/translations';
import type { Locator } from '@playwright/test';

interface Looking {
  /** The texts of the language, whose words may be in English, too. */
  own: Record<string, string>;
  /** Whether a key is of a text that these parts show, in whatever language. */
  isShown: (key: string) => boolean;
  /** Names that are the same in every language. */
  names?: string[];
}

/** The English texts, or pieces of them between placeholders, that parts of the page show or say. */
export async function englishIn(parts: Locator[], { own, isShown, names = [] }: Looking): Promise<string[]> {
  const said = await Promise.all(parts.flatMap((part) => [part.innerText(), part.ariaSnapshot()]));
  const shown = names.reduce((text, name) => text.replaceAll(name, ''), said.join('\n'));
  const texts = Object.values(own).join('\n');
  return Object.entries(english)
    .filter(([key]) => isShown(key))
    .flatMap(([, text]) => text.split(/\{\w+\}/))
    .map((piece) => piece.trim())
    .filter((piece) => /\p{L}/u.test(piece) && !holds(texts, piece) && holds(shown, piece));
}

/** Whether a text stands in another as words of its own. */
function holds(whole: string, text: string): boolean {
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<!\\p{L})${escaped}(?!\\p{L})`, 'u').test(whole);
}
