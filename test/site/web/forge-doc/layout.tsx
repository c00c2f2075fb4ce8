import { useId, type ComponentProps, type ReactNode } from 'react';
import { Bleed, Box, Inline, Pressable, Stack } from '@atlaskit/primitives/compiled';
import { counterpart, Nodes, useProps, type Catalogue } from './drawing';
import { isRecord, stringOf, type ForgeNode } from './forge-node';
import { xcssRules } from './xcss';

const PADDING = [
  'padding',
  'paddingBlock',
  'paddingBlockEnd',
  'paddingBlockStart',
  'paddingInline',
  'paddingInlineEnd',
  'paddingInlineStart',
] as const;
const BOX = ['backgroundColor', 'role', 'testId', ...PADDING] as const;
const PRESSABLE = ['backgroundColor', 'isDisabled', 'onClick', 'testId', ...PADDING] as const;

export const layout: Catalogue = {
  Root: ({ node }) => <Nodes nodes={node.children} />,
  Fragment: ({ node }) => <Nodes nodes={node.children} />,
  Box: DrawBox,
  Pressable: DrawPressable,
  Bleed: counterpart(Bleed, ['all', 'block', 'inline', 'testId']),
  Inline: counterpart(Inline, [
    'alignBlock',
    'alignInline',
    'grow',
    'rowSpace',
    'separator',
    'shouldWrap',
    'space',
    'spread',
    'testId',
  ]),
  Stack: counterpart(Stack, ['alignBlock', 'alignInline', 'grow', 'space', 'spread', 'testId']),
  List: DrawList,
  ListItem: ({ node }) => (
    <li>
      <Nodes nodes={node.children} />
    </li>
  ),
};

function DrawBox({ node }: { node: ForgeNode }): ReactNode {
  const props = useProps(node, BOX) as ComponentProps<typeof Box>;
  const styled = useId();
  return (
    <>
      <Xcss styled={styled} given={node.props['xcss']} />
      <Box {...props} data-xcss={styled}>
        <Nodes nodes={node.children} />
      </Box>
    </>
  );
}

function DrawPressable({ node }: { node: ForgeNode }): ReactNode {
  const props = useProps(node, PRESSABLE) as ComponentProps<typeof Pressable>;
  const styled = useId();
  return (
    <>
      <Xcss styled={styled} given={node.props['xcss']} />
      <Pressable {...props} data-xcss={styled}>
        <Nodes nodes={node.children} />
      </Pressable>
    </>
  );
}

function Xcss({ styled, given }: { styled: string; given: unknown }): ReactNode {
  return isRecord(given) ? <style>{xcssRules(`[data-xcss='${styled}']`, given)}</style> : null;
}

function DrawList({ node }: { node: ForgeNode }): ReactNode {
  const Tag = stringOf(node.props['type']) === 'ordered' ? 'ol' : 'ul';
  return (
    <Tag className="forge-list">
      <Nodes nodes={node.children} />
    </Tag>
  );
}
