import type { TicketComment } from '../verification/ticket/ports';

export type CommentText = Pick<TicketComment, 'title' | 'body' | 'facts'>;

/** What a pass of the demo environment says instead of the administrator's words. */
export const DEMO_PASS_TEXT = 'Test result of the demo environment. Do not use it to give access.';

interface Text {
  type: 'text';
  text: string;
  marks?: { type: 'strong' }[];
}

interface Paragraph {
  type: 'paragraph';
  content: (Text | { type: 'hardBreak' })[];
}

/** A document in the Atlassian Document Format, as far as our comments need it. */
export interface AdfDocument {
  version: 1;
  type: 'doc';
  content: Paragraph[];
}

/**
 * A ticket comment as a document. All that people wrote ends up in text nodes, so that none of it can become markup,
 * a mention or a link.
 * @see https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/
 */
export function toDocument({ title, body: words, facts }: CommentText): AdfDocument {
  const body = cut(clean(words));
  const paragraphs: Paragraph[] = [
    { type: 'paragraph', content: title === '' ? [] : [strong(title)] },
    ...body.split(/\n{2,}/).map((part) => ({ type: 'paragraph' as const, content: lines(part) })),
    { type: 'paragraph', content: factLines(facts) },
  ];
  return { version: 1, type: 'doc', content: paragraphs.filter(({ content }) => content.length > 0) };
}

/** A document with a line before everything else; `undefined` where it begins with it, or is none. */
export function withFirstLine(document: unknown, line: string): object | undefined {
  if (!isDocument(document)) return undefined;
  const first = { type: 'paragraph', content: [strong(line)] };
  const isThere = JSON.stringify(textsIn(document.content[0])) === JSON.stringify([line]);
  return isThere ? undefined : { ...document, content: [first, ...document.content] };
}

function isDocument(document: unknown): document is { content: unknown[] } {
  return (
    typeof document === 'object' &&
    document !== null &&
    Array.isArray((document as { content?: unknown }).content)
  );
}

function textsIn(node: unknown): string[] {
  const { text, content } = Object(node) as { text?: unknown; content?: unknown };
  const own = typeof text === 'string' ? [text] : [];
  return Array.isArray(content) ? [...own, ...content.flatMap(textsIn)] : own;
}

/** Jira takes 32,767 characters in a comment; title and facts need some of them. */
const LONGEST_BODY = 30_000;

function cut(text: string): string {
  return text.length <= LONGEST_BODY ? text : clean(`${text.slice(0, LONGEST_BODY)}…`);
}

// Jira refuses documents with control characters or halves of surrogate pairs in them.
function clean(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[\p{Cc}\p{Cs}]/gu, (char) => (char === '\n' ? char : ''));
}

function strong(text: string): Text {
  return { type: 'text', text: clean(text), marks: [{ type: 'strong' }] };
}

// A text node may not be empty.
function plain(words: string): Text[] {
  const text = clean(words);
  return text === '' ? [] : [{ type: 'text', text }];
}

function lines(text: string): Paragraph['content'] {
  return text.split('\n').flatMap((line, i) => [...lineBreak(i), ...plain(line)]);
}

function factLines(facts: TicketComment['facts']): Paragraph['content'] {
  return facts.flatMap(({ label, value }, i) => [
    ...lineBreak(i),
    strong(`${label}: `),
    ...plain(oneLine(value)),
  ]);
}

// A text node has no line breaks of its own.
function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ');
}

function lineBreak(index: number): { type: 'hardBreak' }[] {
  return index === 0 ? [] : [{ type: 'hardBreak' }];
}
