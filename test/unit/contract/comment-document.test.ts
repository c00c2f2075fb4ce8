import fc from 'fast-check';
import { toDocument, withFirstLine } from '../../../src/contract/comment-document';
import type { TicketComment } from '../../../src/verification/ticket/ports';

function aComment(changes: Partial<TicketComment> = {}): TicketComment {
  return {
    title: '✅ Verification passed',
    body: 'Identity confirmed — you may proceed',
    facts: [{ label: 'Session ID', value: 'session-1' }],
    isInternal: true,
    mark: { interviewId: 'session-1', outcome: 'passed', sequence: 1 },
    ...changes,
  };
}

test('a comment has its title, its text and its facts', () => {
  expect(toDocument(aComment())).toEqual({
    version: 1,
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [{ type: 'text', text: '✅ Verification passed', marks: [{ type: 'strong' }] }],
      },
      { type: 'paragraph', content: [{ type: 'text', text: 'Identity confirmed — you may proceed' }] },
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Session ID: ', marks: [{ type: 'strong' }] },
          { type: 'text', text: 'session-1' },
        ],
      },
    ],
  });
});

test('lines break where people broke them, and blank lines make paragraphs', () => {
  const { content } = toDocument(aComment({ body: 'one\ntwo\n\nthree' }));
  expect(content.slice(1, 3)).toEqual([
    {
      type: 'paragraph',
      content: [{ type: 'text', text: 'one' }, { type: 'hardBreak' }, { type: 'text', text: 'two' }],
    },
    { type: 'paragraph', content: [{ type: 'text', text: 'three' }] },
  ]);
});

test('whatever people write stays text, without empty text nodes and without anything but our own marks', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (body, value) => {
      const document = toDocument(aComment({ body, facts: [{ label: 'Employee', value }] }));
      const nodes = document.content.flatMap((paragraph) => paragraph.content);
      for (const node of nodes) {
        expect(['text', 'hardBreak']).toContain(node.type);
        if (node.type === 'text') expect(node.text).not.toBe('');
      }
    }),
  );
});

describe('what Jira would refuse', () => {
  const textOf = (document: unknown) => JSON.stringify(document);

  test('does not get into a document: control characters and halves of surrogate pairs', () => {
    const text = textOf(toDocument(aComment({ body: 'a\u0000b\u0007c\ud83dd\ne' })));
    expect(text).toContain('"abcd"');
    expect(text).toContain('"e"');
    const facts = [{ label: 'Employee', value: 'Ada\u0007 \ud83dLovelace' }];
    expect(textOf(toDocument(aComment({ facts })))).toContain('"Ada Lovelace"');
  });

  test('is cut before it is too long, and never in the middle of a character', () => {
    const text = textOf(toDocument(aComment({ body: '😀'.repeat(40_000) })));
    expect(text.length).toBeLessThan(32_767);
    expect(text).toContain('…');
    expect(text).not.toMatch(/\p{Cs}/u);
    expect(text).toContain('session-1');
  });
});

test('a first line is put before everything else, once', () => {
  const marked = withFirstLine(toDocument(aComment()), 'No longer valid');
  expect(JSON.stringify(marked)).toMatch(/No longer valid.*Verification passed/);
  expect(withFirstLine(marked, 'No longer valid')).toBeUndefined();
  expect(withFirstLine('no document', 'No longer valid')).toBeUndefined();
});
