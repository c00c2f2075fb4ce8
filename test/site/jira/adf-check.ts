import { z } from 'zod';

const INLINE = [
  'text',
  'hardBreak',
  'mention',
  'emoji',
  'date',
  'status',
  'inlineCard',
  'placeholder',
  'mediaInline',
  'inlineExtension',
];
const SIMPLE_BLOCKS = ['paragraph', 'bulletList', 'orderedList', 'codeBlock', 'mediaSingle', 'mediaGroup'];
const RICH_BLOCKS = [...SIMPLE_BLOCKS, 'heading', 'rule', 'panel', 'blockquote', 'taskList', 'decisionList'];
const CELL = [...RICH_BLOCKS, 'nestedExpand'];
const BLOCKS = [
  ...RICH_BLOCKS,
  'table',
  'expand',
  'layoutSection',
  'blockCard',
  'embedCard',
  'extension',
  'bodiedExtension',
];

/** What may stand in what; a node that is not a key here has no content. */
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  doc: BLOCKS,
  paragraph: INLINE,
  heading: INLINE,
  codeBlock: ['text'],
  bulletList: ['listItem'],
  orderedList: ['listItem'],
  listItem: SIMPLE_BLOCKS,
  taskList: ['taskItem', 'taskList'],
  taskItem: INLINE,
  decisionList: ['decisionItem'],
  decisionItem: INLINE,
  blockquote: SIMPLE_BLOCKS,
  panel: [
    'paragraph',
    'heading',
    'bulletList',
    'orderedList',
    'rule',
    'taskList',
    'decisionList',
    'codeBlock',
  ],
  table: ['tableRow'],
  tableRow: ['tableCell', 'tableHeader'],
  tableCell: CELL,
  tableHeader: CELL,
  expand: CELL,
  nestedExpand: SIMPLE_BLOCKS,
  layoutSection: ['layoutColumn'],
  layoutColumn: BLOCKS,
  bodiedExtension: BLOCKS,
  mediaSingle: ['media', 'caption'],
  mediaGroup: ['media'],
  caption: INLINE,
};

const TEXT_MARKS = z.union([
  z.object({ type: z.literal('link'), attrs: z.object({ href: z.string() }) }),
  z.object({
    type: z.enum([
      'strong',
      'em',
      'underline',
      'strike',
      'code',
      'subsup',
      'textColor',
      'backgroundColor',
      'annotation',
    ]),
  }),
]);
const BLOCK_MARKS = z.object({
  type: z.enum([
    'alignment',
    'indentation',
    'fontSize',
    'breakout',
    'border',
    'link',
    'annotation',
    'fragment',
    'dataConsumer',
  ]),
});
const NODE = z.strictObject({
  type: z.string(),
  content: z.array(z.unknown()).optional(),
  attrs: z.record(z.string(), z.unknown()).optional(),
  marks: z.array(z.unknown()).optional(),
  text: z.string().min(1).optional(),
});
const DOC = NODE.extend({ type: z.literal('doc'), version: z.literal(1), content: z.array(z.unknown()) });

/** The attributes that a node cannot do without. */
const ATTRIBUTES: Readonly<Record<string, z.ZodType>> = {
  heading: z.object({ level: z.int().min(1).max(6) }),
  panel: z.object({ panelType: z.enum(['info', 'note', 'tip', 'warning', 'error', 'success', 'custom']) }),
  mention: z.object({ id: z.string() }),
  emoji: z.object({ shortName: z.string() }),
  date: z.object({ timestamp: z.string().min(1) }),
  status: z.object({
    text: z.string().min(1),
    color: z.enum(['neutral', 'purple', 'blue', 'red', 'yellow', 'green']),
  }),
};

/**
 * Whether Jira would take this as a document: known nodes where they may stand, known marks, and the
 * attributes they need. Less than Atlassian's schema: it does not look into most attributes.
 * @see https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/
 */
export function isAdf(value: unknown): boolean {
  const doc = DOC.safeParse(value);
  return doc.success && hasValidContent('doc', doc.data.content);
}

function hasValidContent(parent: string, content: readonly unknown[] | undefined): boolean {
  const allowed = CHILDREN[parent];
  if (!allowed) return content === undefined;
  const mayBeEmpty = parent === 'doc' || allowed === INLINE || parent === 'codeBlock';
  return (mayBeEmpty || Boolean(content?.length)) && (content ?? []).every((child) => isNode(child, allowed));
}

function isNode(value: unknown, allowed: readonly string[]): boolean {
  const node = NODE.safeParse(value);
  if (!node.success) return false;
  const { type, content, attrs, marks = [], text } = node.data;
  const known = type === 'text' ? TEXT_MARKS : BLOCK_MARKS;
  return (
    allowed.includes(type) &&
    (type === 'text') === (text !== undefined) &&
    (ATTRIBUTES[type]?.safeParse(attrs).success ?? true) &&
    marks.every((mark) => known.safeParse(mark).success) &&
    hasValidContent(type, content)
  );
}
