import { Fragment, type ComponentType, type ReactNode } from 'react';
import { safeHref } from '../safe-href';
import { marked } from './adf-marks';
import { attribute, attributeText, isAdfNode, type AdfNode } from './adf-node';

type DrawAdf = ComponentType<{ node: AdfNode }>;

/**
 * Draws a document in the Atlassian Document Format, as comments and descriptions carry it. A node of a type that
 * is not known is shown as a notice that names the type.
 * @see https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/
 */
export function AdfDocument({ document }: { document: unknown }): ReactNode {
  if (!isAdfNode(document)) return null;
  return (
    <div className="adf">
      <Content node={document} />
    </div>
  );
}

function Content({ node }: { node: AdfNode }): ReactNode {
  return (node.content ?? []).map((child, index) => <AdfNodeView key={index} node={child} />);
}

function AdfNodeView({ node }: { node: AdfNode }): ReactNode {
  const Draw = NODES[node.type] ?? Unknown;
  return <Draw node={node} />;
}

function Unknown({ node }: { node: AdfNode }): ReactNode {
  return (
    <span role="note" className="not-drawn">
      {node.type} is not drawn by this local site.
    </span>
  );
}

function block(Tag: 'p' | 'ul' | 'li' | 'blockquote' | 'tr' | 'td' | 'th'): DrawAdf {
  return function Block({ node }) {
    return (
      <Tag>
        <Content node={node} />
      </Tag>
    );
  };
}

const NODES: Readonly<Record<string, DrawAdf>> = {
  doc: ({ node }) => <Content node={node} />,
  text: ({ node }) => marked(node.text ?? '', node.marks ?? []),
  hardBreak: () => <br />,
  paragraph: block('p'),
  bulletList: block('ul'),
  listItem: block('li'),
  blockquote: block('blockquote'),
  rule: () => <hr />,
  heading: Heading,
  orderedList: ({ node }) => (
    <ol start={attribute(node, 'order', 1)}>
      <Content node={node} />
    </ol>
  ),
  codeBlock: ({ node }) => (
    <pre className="code-block">
      <code>
        <Content node={node} />
      </code>
    </pre>
  ),
  panel: ({ node }) => (
    <div className="adf-panel" data-kind={attributeText(node, 'panelType')}>
      <Content node={node} />
    </div>
  ),
  expand: Expand,
  nestedExpand: Expand,
  taskList: block('ul'),
  taskItem: TaskItem,
  decisionList: block('ul'),
  decisionItem: block('li'),
  table: ({ node }) => (
    <table>
      <tbody>
        <Content node={node} />
      </tbody>
    </table>
  ),
  tableRow: block('tr'),
  tableHeader: block('th'),
  tableCell: block('td'),
  mention: ({ node }) => <span className="adf-mention">{attributeText(node, 'text')}</span>,
  emoji: ({ node }) => <Fragment>{attributeText(node, 'text') || attributeText(node, 'shortName')}</Fragment>,
  date: ({ node }) => <time className="adf-date">{dateText(attributeText(node, 'timestamp'))}</time>,
  status: ({ node }) => (
    <span className="adf-status" data-color={attributeText(node, 'color')}>
      {attributeText(node, 'text')}
    </span>
  ),
  inlineCard: Card,
  blockCard: Card,
  embedCard: Card,
};

/** The day, or the text itself where it is no time. */
function dateText(timestamp: string): string {
  const date = new Date(Number(timestamp));
  return Number.isNaN(date.getTime()) ? timestamp : date.toISOString().slice(0, 10);
}

function Heading({ node }: { node: AdfNode }): ReactNode {
  const Tag = `h${String(attribute(node, 'level', 1))}` as 'h1';
  return (
    <Tag>
      <Content node={node} />
    </Tag>
  );
}

function Expand({ node }: { node: AdfNode }): ReactNode {
  return (
    <details>
      <summary>{attributeText(node, 'title')}</summary>
      <Content node={node} />
    </details>
  );
}

function Card({ node }: { node: AdfNode }): ReactNode {
  const url = attributeText(node, 'url');
  return <a href={safeHref(url)}>{url}</a>;
}

function TaskItem({ node }: { node: AdfNode }): ReactNode {
  const done = attributeText(node, 'state') === 'DONE';
  return (
    <li className="adf-task">
      <input type="checkbox" checked={done} readOnly aria-label={done ? 'Done' : 'To do'} />{' '}
      <Content node={node} />
    </li>
  );
}
