import { english } from '../support/translations';
import type { Locator } from '@playwright/test';

/**
 * The English texts, or pieces of them between placeholders, that parts of the page show or say.
 * @param own the texts of the language, whose words may be in English, too
 * @param prefix what the keys begin with of those English texts that may not be there
 */
export async function englishIn(
  parts: Locator[],
  own: Record<string, string>,
  prefix = '',
): Promise<string[]> {
  const shown = await Promise.all(parts.flatMap((part) => [part.innerText(), part.ariaSnapshot()]));
  const texts = Object.values(own).join('\n');
  return Object.entries(english)
    .filter(([key]) => key.startsWith(prefix))
    .flatMap(([, text]) => text.split(/\{\w+\}/))
    .map((piece) => piece.trim())
    .filter((piece) => /\p{L}/u.test(piece) && !holds(texts, piece) && holds(shown.join('\n'), piece));
}

/** Whether a text stands in another as words of its own. */
function holds(whole: string, text: string): boolean {
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<!\\p{L})${escaped}(?!\\p{L})`, 'u').test(whole);
}
