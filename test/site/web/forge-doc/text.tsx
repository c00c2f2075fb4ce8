import type { ComponentProps, ReactNode } from 'react';
import Heading from '@atlaskit/heading';
import Lozenge from '@atlaskit/lozenge';
import { Text } from '@atlaskit/primitives/compiled';
import { AdfDocument } from '../adf/adf-document';
import { safeHref } from '../safe-href';
import { counterpart, Nodes, useFire, useProps, useSurface, type Catalogue } from './drawing';
import { stringOf, type ForgeNode } from './forge-node';

const TEXT = ['align', 'as', 'color', 'maxLines', 'size', 'testId', 'weight'] as const;

export const text: Catalogue = {
  Text: DrawText,
  Heading: counterpart(Heading, ['as', 'color', 'id', 'size', 'testId'], { size: 'medium' }),
  Strong: inline('strong'),
  Em: inline('em'),
  Strike: inline('s'),
  Code: inline('code'),
  CodeBlock: DrawCodeBlock,
  Link: DrawLink,
  Lozenge: counterpart(Lozenge, ['appearance', 'isBold', 'maxWidth', 'testId']),
  AdfRenderer: ({ node }) => <AdfDocument document={node.props['document']} />,
};

function inline(Tag: 'strong' | 'em' | 's' | 'code') {
  return function Inline({ node }: { node: ForgeNode }): ReactNode {
    return (
      <Tag>
        <Nodes nodes={node.children} />
      </Tag>
    );
  };
}

/** UI Kit's text is Atlaskit's, and can be struck through besides. */
function DrawText({ node }: { node: ForgeNode }): ReactNode {
  const { as, ...props } = useProps(node, TEXT);
  const children = <Nodes nodes={node.children} />;
  if (as === 'strike') {
    return (
      <Text {...props}>
        <s>{children}</s>
      </Text>
    );
  }
  const tag = (as ?? 'p') as NonNullable<ComponentProps<typeof Text>['as']>;
  return (
    <Text {...props} as={tag}>
      {children}
    </Text>
  );
}

function DrawCodeBlock({ node }: { node: ForgeNode }): ReactNode {
  return (
    <pre className="code-block" data-wrap={node.props['shouldWrapLongLines'] === true}>
      <code>{stringOf(node.props['text'])}</code>
    </pre>
  );
}

function DrawLink({ node }: { node: ForgeNode }): ReactNode {
  const { open } = useSurface();
  const fire = useFire(node);
  const href = safeHref(stringOf(node.props['href']));
  return (
    <a
      className="forge-link"
      href={href}
      onClick={(event) => {
        event.preventDefault();
        fire('onClick', event);
        open(href, node.props['openNewTab'] === true);
      }}
    >
      <Nodes nodes={node.children} />
    </a>
  );
}
