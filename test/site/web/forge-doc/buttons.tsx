import { useEffect, useState, type ComponentProps, type ComponentType, type ReactNode } from 'react';
import ButtonGroup from '@atlaskit/button/button-group';
import Button, { LinkButton } from '@atlaskit/button/new';
import { safeHref } from '../safe-href';
import { counterpart, Nodes, useProps, useSurface, type Catalogue } from './drawing';
import { stringOf, type ForgeNode } from './forge-node';
import { loadGlyph, type Glyph } from './glyphs';

const BUTTON = [
  'appearance',
  'autoFocus',
  'isDisabled',
  'isLoading',
  'isSelected',
  'onBlur',
  'onClick',
  'onFocus',
  'shouldFitContainer',
  'spacing',
  'testId',
  'type',
] as const;

export const buttons: Catalogue = {
  Button: DrawButton,
  LoadingButton: DrawButton,
  LinkButton: DrawLinkButton,
  ButtonGroup: counterpart(ButtonGroup, ['label', 'testId', 'titleId']),
  Icon: DrawIcon,
};

function DrawButton({ node }: { node: ForgeNode }): ReactNode {
  const props = useProps(node, BUTTON) as Partial<ComponentProps<typeof Button>>;
  const before = useGlyph(node.props['iconBefore']);
  const after = useGlyph(node.props['iconAfter']);
  const icons = { ...(before && { iconBefore: before }), ...(after && { iconAfter: after }) };
  return (
    <Button {...props} {...icons}>
      <Nodes nodes={node.children} />
    </Button>
  );
}

function DrawLinkButton({ node }: { node: ForgeNode }): ReactNode {
  const { open } = useSurface();
  const props = useProps(node, BUTTON) as Partial<ComponentProps<typeof LinkButton>>;
  const href = safeHref(stringOf(node.props['href']));
  return (
    <LinkButton
      {...props}
      href={href}
      onClick={(event, analyticsEvent) => {
        event.preventDefault();
        props.onClick?.(event, analyticsEvent);
        open(href, node.props['target'] === '_blank');
      }}
    >
      <Nodes nodes={node.children} />
    </LinkButton>
  );
}

function DrawIcon({ node }: { node: ForgeNode }): ReactNode {
  const Icon = useGlyph(node.props['glyph']);
  const { color, primaryColor, size } = node.props;
  if (!Icon) return null;
  return (
    <Icon
      label={stringOf(node.props['label'])}
      size={size === 'small' ? 'small' : 'medium'}
      color={cssVariable(stringOf(color ?? primaryColor))}
    />
  );
}

/** `color.icon.danger` is `--ds-icon-danger` on the page. */
function cssVariable(token: string): string {
  return token ? `var(--ds-${token.replace(/^color\./, '').replaceAll('.', '-')})` : 'currentColor';
}

function useGlyph(name: unknown): ComponentType<Glyph> | undefined {
  const [glyph, setGlyph] = useState<{ name: unknown; icon: ComponentType<Glyph> }>();
  useEffect(() => {
    if (typeof name !== 'string') return;
    void loadGlyph(name).then((icon) => {
      if (icon) setGlyph({ name, icon });
    });
  }, [name]);
  return glyph && glyph.name === name ? glyph.icon : undefined;
}
