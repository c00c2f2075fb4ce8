import { isAdf } from '../../jira/adf-check';

function doc(...content: object[]) {
  return { type: 'doc', version: 1, content };
}

function text(value: string, ...marks: object[]) {
  return { type: 'text', text: value, ...(marks.length > 0 && { marks }) };
}

function paragraph(...content: object[]) {
  return { type: 'paragraph', content };
}

describe('a document in Atlassian Document Format', () => {
  it.each([
    ['an empty paragraph', doc({ type: 'paragraph' })],
    ['text with marks', doc(paragraph(text('Passed', { type: 'strong' }), { type: 'hardBreak' }))],
    ['a link', doc(paragraph(text('here', { type: 'link', attrs: { href: 'https://example.com' } })))],
    ['a panel', doc({ type: 'panel', attrs: { panelType: 'success' }, content: [paragraph(text('x'))] })],
    ['a list', doc({ type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('x'))] }] })],
    ['a heading', doc({ type: 'heading', attrs: { level: 3 }, content: [text('x')] })],
    ['a code block', doc({ type: 'codeBlock', attrs: { language: 'json' }, content: [text('{}')] })],
    [
      'a table',
      doc({
        type: 'table',
        content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph(text('x'))] }] }],
      }),
    ],
    [
      'a status and a mention',
      doc(
        paragraph(
          { type: 'status', attrs: { text: 'Passed', color: 'green' } },
          { type: 'mention', attrs: { id: 'abc' } },
        ),
      ),
    ],
  ])('may hold %s', (_, value) => {
    expect(isAdf(value)).toBe(true);
  });

  it.each([
    ['no document', paragraph(text('x'))],
    ['another version', { ...doc(), version: 2 }],
    ['no content', { type: 'doc', version: 1 }],
    ['text outside a paragraph', doc(text('x'))],
    ['empty text', doc(paragraph(text('')))],
    ['an unknown node', doc({ type: 'marquee', content: [] })],
    ['an unknown mark', doc(paragraph(text('x', { type: 'blink' })))],
    ['a link that leads nowhere', doc(paragraph(text('x', { type: 'link' })))],
    ['a paragraph in a paragraph', doc(paragraph(paragraph(text('x'))))],
    ['a list item outside a list', doc({ type: 'listItem', content: [paragraph(text('x'))] })],
    ['a list without items', doc({ type: 'bulletList', content: [] })],
    ['something inside a rule', doc({ type: 'rule', content: [] })],
    ['a bold paragraph', doc({ ...paragraph(text('x')), marks: [{ type: 'strong' }] })],
    ['a heading without a level', doc({ type: 'heading', content: [text('x')] })],
    ['a panel of an unknown type', doc({ type: 'panel', attrs: { panelType: 'loud' }, content: [] })],
    ['text without its text', doc(paragraph({ type: 'text' }))],
    ['a field that no node has', doc({ ...paragraph(text('x')), colour: 'red' })],
  ])('is refused with %s', (_, value) => {
    expect(isAdf(value)).toBe(false);
  });
});
