import type { Adf } from './model';

/** A document of plain paragraphs, one for each line of the text. */
export function paragraphs(text: string): Adf {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const content = lines.map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] }));
  return { type: 'doc', version: 1, content };
}
