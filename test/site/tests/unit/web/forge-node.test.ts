import { nodesIn, textOf, wrapped, type ForgeNode } from '../../../web/forge-doc/forge-node';

const node = (type: string, props: object, ...children: ForgeNode[]): ForgeNode => ({
  type,
  key: type,
  props: { ...props },
  children,
});
const words = (text: string) => node('String', { text });

describe('A ForgeDoc', () => {
  it('has its text in String nodes, however deep', () => {
    expect(textOf(node('Text', {}, words('Link '), node('Strong', {}, words('sent'))))).toBe('Link sent');
  });

  it('has the head and the rows of a table in wrappers of that name', () => {
    const cell = node('Cell', { cellKey: 'name' });
    const table = node(
      'DynamicTable',
      {},
      node('ContentWrapper', { name: 'head' }, cell),
      node('ContentWrapper', { name: 'rows' }),
    );
    expect(wrapped(table, 'head')).toEqual([cell]);
    expect(wrapped(table, 'rows')).toEqual([]);
    expect(wrapped(table, 'caption')).toEqual([]);
  });

  it('may have React elements in its props, which become nodes with keys of their own', () => {
    const action = (text: string) => ({
      type: 'SectionMessageAction',
      key: null,
      props: { onClick: { __handler: 1 }, children: text },
    });
    const nodes = nodesIn([action('Try again'), action('Cancel')]);
    expect(nodes.map(textOf)).toEqual(['Try again', 'Cancel']);
    expect(nodes[0]?.props).toEqual({ onClick: { __handler: 1 } });
    expect(new Set(nodes.map(({ key }) => key)).size).toBe(2);
  });

  it('may have plain text in a prop, and nothing', () => {
    expect(nodesIn('Do something').map(textOf)).toEqual(['Do something']);
    expect(nodesIn(undefined)).toEqual([]);
  });
});
