interface Node {
  text?: string;
  content?: readonly Node[];
}

/** The words of a document, without its form. */
export function textOf({ text = '', content = [] }: Node): string {
  return [text, ...content.map(textOf)].filter(Boolean).join(' ');
}
