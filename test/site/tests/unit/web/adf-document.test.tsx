import { renderToStaticMarkup } from 'react-dom/server';
import { AdfDocument } from '../../../web/adf/adf-document';

const draw = (...content: object[]) =>
  renderToStaticMarkup(<AdfDocument document={{ type: 'doc', version: 1, content }} />);
const text = (words: string, ...marks: object[]) => ({ type: 'text', text: words, marks });
const paragraph = (...content: object[]) => ({ type: 'paragraph', content });

describe('A document in the Atlassian Document Format', () => {
  it('keeps paragraphs, line breaks and the marks of its text', () => {
    const html = draw(
      paragraph(
        text('Passed', { type: 'strong' }, { type: 'em' }),
        { type: 'hardBreak' },
        text('id', { type: 'code' }),
      ),
    );
    expect(html).toContain('<p><em><strong>Passed</strong></em><br/><code>id</code></p>');
  });

  it('shows lists, headings and the numbers that an ordered list starts with', () => {
    const item = { type: 'listItem', content: [paragraph(text('one'))] };
    const html = draw(
      { type: 'heading', attrs: { level: 3 }, content: [text('Title')] },
      { type: 'orderedList', attrs: { order: 4 }, content: [item] },
    );
    expect(html).toContain('<h3>Title</h3>');
    expect(html).toContain('<ol start="4"><li><p>one</p></li></ol>');
  });

  it('writes a date as its day, and what is no time as it is', () => {
    const date = (timestamp: string) => draw(paragraph({ type: 'date', attrs: { timestamp } }));
    expect(date('1764028800000')).toContain('2025-11-25');
    expect(date('soon')).toContain('soon');
  });

  it('writes an emoji as its character, or by its short name', () => {
    const html = draw(
      paragraph(
        { type: 'emoji', attrs: { shortName: ':check:', text: '✅' } },
        { type: 'emoji', attrs: { shortName: ':rocket:' } },
      ),
    );
    expect(html).toContain('<p>✅:rocket:</p>');
  });

  it('names a node that it does not know instead of leaving it out', () => {
    expect(draw({ type: 'bodiedExtension' })).toContain('bodiedExtension is not drawn by this local site.');
  });

  it('never makes a link that would run a script', () => {
    const html = draw(paragraph(text('click', { type: 'link', attrs: { href: 'javascript:alert(1)' } })), {
      type: 'inlineCard',
      attrs: { url: 'https://example.com/a' },
    });
    expect(html).toContain('<a href="#">click</a>');
    expect(html).toContain('<a href="https://example.com/a">');
  });

  it('draws nothing for what is no document', () => {
    expect(renderToStaticMarkup(<AdfDocument document={null} />)).toBe('');
  });
});
