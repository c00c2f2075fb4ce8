import type { ComponentProps, ReactNode } from 'react';
import DynamicTable from '@atlaskit/dynamic-table';
import Pagination from '@atlaskit/pagination';
import { counterpart, Nodes, PropNodes, useProps, type Catalogue } from './drawing';
import { stringOf, wrapped, type ForgeNode } from './forge-node';

type TableProps = ComponentProps<typeof DynamicTable>;
type Row = NonNullable<TableProps['rows']>[number];
type HeadCell = NonNullable<TableProps['head']>['cells'][number];

const TABLE = [
  'caption',
  'defaultPage',
  'defaultSortKey',
  'defaultSortOrder',
  'highlightedRowIndex',
  'isFixedSize',
  'isLoading',
  'isRankable',
  'label',
  'loadingSpinnerSize',
  'onRankEnd',
  'onRankStart',
  'onSetPage',
  'page',
  'paginationi18n',
  'rowsPerPage',
  'sortKey',
  'sortOrder',
  'testId',
] as const;

export const table: Catalogue = {
  DynamicTable: DrawTable,
  Pagination: counterpart(Pagination, [
    'defaultSelectedIndex',
    'label',
    'max',
    'nextLabel',
    'onChange',
    'pageLabel',
    'pages',
    'previousLabel',
    'selectedIndex',
    'testId',
  ]),
};

/** Cells and rows arrive as nodes of their own; `key` is renamed because React keeps that prop to itself. */
function DrawTable({ node }: { node: ForgeNode }): ReactNode {
  const props: TableProps = useProps(node, TABLE);
  const emptyView = node.props['emptyView'];
  return (
    <DynamicTable
      {...props}
      {...(emptyView !== undefined && { emptyView: <PropNodes value={emptyView} /> })}
      head={{ cells: wrapped(node, 'head').map(headCell) }}
      rows={wrapped(node, 'rows').map(row)}
    />
  );
}

function headCell(cell: ForgeNode): HeadCell {
  const { cellKey, ...props } = cell.props;
  return { ...props, key: stringOf(cellKey), content: <Nodes nodes={cell.children} /> };
}

function row(node: ForgeNode): Row {
  const { isHighlighted, rowKey } = node.props;
  return {
    key: stringOf(rowKey) || node.key,
    isHighlighted: isHighlighted === true,
    cells: node.children.map((cell) => {
      const { cellKey, ...props } = cell.props;
      return { ...props, key: cellKey as string | number, content: <Nodes nodes={cell.children} /> };
    }),
  };
}
