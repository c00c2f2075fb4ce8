/** Whether a text holds all words that are looked for, in any order; `word*` is a beginning, `"two words"` a phrase. */
export function holdsWords(text: string, wanted: string): boolean {
  const words = wordsOf(text);
  const terms = wanted.match(/"[^"]*"|\S+/g) ?? [];
  return terms.every((term) => holdsTerm(words, term));
}

function holdsTerm(words: readonly string[], term: string): boolean {
  const parts = wordsOf(term);
  const isBeginning = term.endsWith('*');
  return words.some((_, start) =>
    parts.every((part, index) => {
      const word = words[start + index] ?? '';
      return isBeginning && index === parts.length - 1 ? word.startsWith(part) : word === part;
    }),
  );
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
