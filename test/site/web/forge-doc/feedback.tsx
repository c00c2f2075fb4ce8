import type { ComponentProps, ReactNode } from 'react';
import Badge from '@atlaskit/badge';
import ProgressBar from '@atlaskit/progress-bar';
import { ProgressTracker } from '@atlaskit/progress-tracker';
import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';
import Spinner from '@atlaskit/spinner';
import Tag from '@atlaskit/tag';
import TagGroup from '@atlaskit/tag-group';
import { counterpart, Nodes, PropNodes, useProps, useSurface, type Catalogue } from './drawing';
import { nodesIn, stringOf, textOf, type ForgeNode } from './forge-node';

export const feedback: Catalogue = {
  Badge: DrawBadge,
  EmptyState: DrawEmptyState,
  ProgressBar: counterpart(ProgressBar, ['appearance', 'ariaLabel', 'isIndeterminate', 'testId', 'value']),
  ProgressTracker: counterpart(ProgressTracker, ['animated', 'items', 'label', 'spacing', 'testId']),
  SectionMessage: DrawSectionMessage,
  SectionMessageAction: DrawSectionMessageAction,
  Spinner: counterpart(Spinner, ['appearance', 'delay', 'label', 'size', 'testId']),
  Tag: counterpart(Tag, [
    'appearance',
    'color',
    'href',
    'isRemovable',
    'onAfterRemoveAction',
    'removeButtonLabel',
    'testId',
    'text',
  ]),
  TagGroup: counterpart(TagGroup, ['alignment']),
};

function DrawBadge({ node }: { node: ForgeNode }): ReactNode {
  const props: ComponentProps<typeof Badge> = useProps(node, ['appearance', 'max', 'testId']);
  const content = textOf(node);
  const count = Number(content);
  return <Badge {...props}>{content !== '' && Number.isFinite(count) ? count : content}</Badge>;
}

function DrawSectionMessage({ node }: { node: ForgeNode }): ReactNode {
  const props = useProps(node, ['appearance', 'testId', 'title']) as unknown as ComponentProps<
    typeof SectionMessage
  >;
  const actions = nodesIn(node.props['actions']).map((action) => (
    <DrawSectionMessageAction key={action.key} node={action} />
  ));
  return (
    <SectionMessage {...props} {...(actions.length > 0 && { actions })}>
      <Nodes nodes={node.children} />
    </SectionMessage>
  );
}

function DrawSectionMessageAction({ node }: { node: ForgeNode }): ReactNode {
  const { open } = useSurface();
  const props: Partial<ComponentProps<typeof SectionMessageAction>> = useProps(node, [
    'href',
    'onClick',
    'testId',
  ]);
  return (
    <SectionMessageAction
      {...props}
      onClick={(event, analyticsEvent) => {
        props.onClick?.(event, analyticsEvent);
        if (!props.href) return;
        event.preventDefault();
        open(props.href, false);
      }}
    >
      <Nodes nodes={node.children} />
    </SectionMessageAction>
  );
}

function DrawEmptyState({ node }: { node: ForgeNode }): ReactNode {
  const { description, header, isLoading, primaryAction, secondaryAction, tertiaryAction, width } =
    node.props;
  return (
    <section className="empty-state" data-width={stringOf(width)}>
      <h4>{stringOf(header)}</h4>
      <div>
        <PropNodes value={description} />
      </div>
      <div className="empty-state-actions">
        <PropNodes value={secondaryAction} />
        <PropNodes value={primaryAction} />
        {isLoading === true && <Spinner label="Loading" />}
      </div>
      <PropNodes value={tertiaryAction} />
    </section>
  );
}
