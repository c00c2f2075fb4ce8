import type { TicketComment } from '../verification/ports';

export type CommentText = Pick<TicketComment, 'title' | 'body' | 'facts'>;

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
export function toDocument({ title, body, facts }: CommentText): AdfDocument {
  const paragraphs: Paragraph[] = [
    { type: 'paragraph', content: [strong(title)] },
    ...body.split(/\n{2,}/).map((part) => ({ type: 'paragraph' as const, content: lines(part) })),
    { type: 'paragraph', content: factLines(facts) },
  ];
  return { version: 1, type: 'doc', content: paragraphs.filter(({ content }) => content.length > 0) };
}

function strong(text: string): Text {
  return { type: 'text', text, marks: [{ type: 'strong' }] };
}

// A text node may not be empty.
function plain(text: string): Text[] {
  return text === '' ? [] : [{ type: 'text', text }];
}

function lines(text: string): Paragraph['content'] {
  return text.split('\n').flatMap((line, i) => [...lineBreak(i), ...plain(line)]);
}

function factLines(facts: TicketComment['facts']): Paragraph['content'] {
  return facts.flatMap(({ label, value }, i) => [...lineBreak(i), strong(`${label}: `), ...plain(value)]);
}

function lineBreak(index: number): { type: 'hardBreak' }[] {
  return index === 0 ? [] : [{ type: 'hardBreak' }];
}
