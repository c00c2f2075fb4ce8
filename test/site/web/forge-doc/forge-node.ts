import type { HandlerMark } from '../frame/protocol';

/** A node of the tree that UI Kit sends over the bridge; its `key` stays the same as long as the element lives. */
export interface ForgeNode {
  type: string;
  key: string;
  props: Readonly<Record<string, unknown>>;
  children: readonly ForgeNode[];
}

/** Whether this stands in the tree for a function of the app, which cannot leave its frame. */
export function isHandler(value: unknown): value is HandlerMark {
  return isRecord(value) && typeof value['__handler'] === 'number';
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** All text in the node, without its markup. */
export function textOf(node: ForgeNode): string {
  if (node.type === 'String') return stringOf(node.props['text']);
  return node.children.map(textOf).join('');
}

/** The text of a scalar; nothing of anything else. */
export function stringOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/**
 * What UI Kit wrapped under a name because the Atlaskit component takes it as a prop
 * (the head of a table, the trigger of a popup).
 */
export function wrapped(node: ForgeNode, name: string): readonly ForgeNode[] {
  const wrapper = node.children.find(
    (child) => child.type === 'ContentWrapper' && child.props['name'] === name,
  );
  return wrapper?.children ?? [];
}

/**
 * The nodes in a prop that holds React elements (`actions` of a section message): these are not reconciled,
 * they arrive as they were created, with their children among the props.
 */
export function nodesIn(value: unknown, path = 'prop'): ForgeNode[] {
  if (Array.isArray(value))
    return value.flatMap((entry, index) => nodesIn(entry, `${path}.${String(index)}`));
  if (typeof value === 'string' || typeof value === 'number') {
    return [{ type: 'String', key: path, props: { text: String(value) }, children: [] }];
  }
  if (!isRecord(value) || typeof value['type'] !== 'string' || !isRecord(value['props'])) return [];
  const { children, ...props } = value['props'];
  return [{ type: value['type'], key: path, props, children: nodesIn(children, path) }];
}
