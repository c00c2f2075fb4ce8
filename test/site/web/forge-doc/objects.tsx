import { lazy, Suspense, type ComponentProps, type ComponentType, type ReactNode } from 'react';
import Avatar from '@atlaskit/avatar';
import Breadcrumbs, { BreadcrumbsItem } from '@atlaskit/breadcrumbs';
import Comment, { CommentAction, CommentAuthor, CommentEdited, CommentTime } from '@atlaskit/comment';
import { metadata } from '@atlaskit/object/metadata';
import Tile from '@atlaskit/tile';
import { initialsPicture } from '../initials-picture';
import { counterpart, Nodes, useProps, useSurface, type Catalogue } from './drawing';
import { isRecord, stringOf, wrapped, type ForgeNode } from './forge-node';

interface GlyphProps {
  label?: string;
  size?: string;
}

/** UI Kit names five sizes of an image without telling their widths; these are ours. */
const IMAGE_WIDTHS: Readonly<Record<string, string>> = {
  xsmall: '120px',
  small: '240px',
  medium: '360px',
  large: '480px',
  xlarge: '600px',
};

export const objects: Catalogue = {
  User: DrawUser,
  UserGroup: ({ node }) => (
    <span className="user-group">
      <Nodes nodes={node.children} />
    </span>
  ),
  Image: DrawImage,
  Comment: DrawComment,
  Tile: counterpart(Tile, ['backgroundColor', 'hasBorder', 'isInset', 'label', 'size', 'testId']),
  AtlassianIcon: objectGlyph('object'),
  AtlassianTile: objectGlyph('tile'),
  Breadcrumbs: counterpart(Breadcrumbs, ['ellipsisLabel', 'label', 'testId']),
  BreadcrumbsItem: counterpart(BreadcrumbsItem, ['href', 'testId', 'text']),
};

function DrawUser({ node }: { node: ForgeNode }): ReactNode {
  const { people } = useSurface();
  const { accountId, hideDisplayName } = node.props;
  const name = people.find((user) => user.accountId === accountId)?.displayName ?? 'Former user';
  return (
    <span className="user">
      <Avatar size="small" src={initialsPicture(name)} borderColor="transparent" />
      {hideDisplayName === true ? null : name}
    </span>
  );
}

function DrawImage({ node }: { node: ForgeNode }): ReactNode {
  const { alt, height, size, src, width } = node.props;
  const dimension = (value: unknown) =>
    typeof value === 'number' ? `${String(value)}px` : stringOf(value) || undefined;
  return (
    <img
      className="forge-image"
      src={stringOf(src)}
      alt={stringOf(alt)}
      style={{ width: dimension(width) ?? IMAGE_WIDTHS[stringOf(size)], height: dimension(height) }}
    />
  );
}

function DrawComment({ node }: { node: ForgeNode }): ReactNode {
  const given = useProps(node, ['actions', 'author', 'edited', 'errorActions', 'time']);
  const plain = useProps(node, [
    'errorIconLabel',
    'headingLevel',
    'highlighted',
    'id',
    'isError',
    'isSaving',
    'restrictedTo',
    'savingText',
    'testId',
    'type',
  ]) as Partial<ComponentProps<typeof Comment>>;
  const { author, time } = given;
  return (
    <Comment
      {...plain}
      avatar={<Nodes nodes={wrapped(node, 'avatar')} />}
      content={<Nodes nodes={wrapped(node, 'content')} />}
      {...(isRecord(author) && { author: part(CommentAuthor, author) })}
      {...(isRecord(time) && { time: part(CommentTime, time) })}
      {...(given['edited'] !== undefined && {
        edited: <CommentEdited>{stringOf(given['edited'])}</CommentEdited>,
      })}
      actions={parts(given['actions'])}
      errorActions={parts(given['errorActions'])}
    >
      <Nodes nodes={node.children.filter((child) => child.type !== 'ContentWrapper')} />
    </Comment>
  );
}

function parts(given: unknown): ReactNode[] {
  return (Array.isArray(given) ? given : []).filter(isRecord).map((action) => part(CommentAction, action));
}

function part(
  Part: typeof CommentAction | typeof CommentAuthor | typeof CommentTime,
  given: Record<string, unknown>,
): ReactNode {
  const text = stringOf(given['text']);
  const onClick = given['onClick'] as (() => void) | undefined;
  return (
    <Part key={text} {...(onClick && { onClick })}>
      {text}
    </Part>
  );
}

function objectGlyph(kind: 'object' | 'tile'): ComponentType<{ node: ForgeNode }> {
  const glyphs = Object.entries(metadata).map(([name, { [kind]: glyph }]) => [
    name,
    lazy<ComponentType<GlyphProps>>(glyph.packageLoader),
  ]);
  const known = Object.fromEntries(glyphs) as Record<string, ComponentType<GlyphProps>>;
  return function DrawObjectGlyph({ node }) {
    const Glyph = known[stringOf(node.props['glyph'])];
    const props = useProps(node, ['isBold', 'label', 'size', 'testId']);
    return <Suspense>{Glyph && <Glyph {...props} />}</Suspense>;
  };
}
