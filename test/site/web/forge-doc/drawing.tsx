import { createContext, createElement, useContext } from 'react';
import type { ComponentType, ReactNode } from 'react';
import { safeHref } from '../safe-href';
import { callbackArguments } from './event-payload';
import { isHandler, isRecord, nodesIn, stringOf, type ForgeNode } from './forge-node';

/** Draws one type of ForgeDoc node. */
export type Draw = ComponentType<{ node: ForgeNode }>;
export type Catalogue = Readonly<Record<string, Draw>>;

/** What a drawn tree needs of the page around it. */
export interface DrawingSurface {
  catalogue: Catalogue;
  /** Runs a function of the app in its frame. */
  send: (handler: number, args: readonly unknown[]) => void;
  /** Follows a link as the user who looks at the page. */
  open: (url: string, newTab: boolean) => void;
  users: readonly { accountId: string; displayName: string }[];
  /** Everybody who has an account here, customers included. */
  people: readonly { accountId: string; displayName: string }[];
}

const Surface = createContext<DrawingSurface | undefined>(undefined);
export const SurfaceProvider = Surface.Provider;

/** @throws Error outside of a `SurfaceProvider` */
export function useSurface(): DrawingSurface {
  const surface = useContext(Surface);
  if (!surface) throw new Error('A ForgeDoc is drawn outside of a SurfaceProvider');
  return surface;
}

/** Draws nodes with the components of the catalogue; a type it does not know becomes a visible notice. */
export function Nodes({ nodes }: { nodes: readonly ForgeNode[] }): ReactNode {
  return elementsOf(nodes);
}

/** The same for parents that look at their children one by one, as a list of tabs does. */
export function elementsOf(nodes: readonly ForgeNode[]): ReactNode[] {
  return nodes.map((node) => {
    if (node.type === 'String') return node.props['text'] as string;
    return <NodeView key={node.key} node={node} />;
  });
}

function NodeView({ node }: { node: ForgeNode }): ReactNode {
  const { catalogue } = useSurface();
  return createElement(catalogue[node.type] ?? NotDrawn, { node });
}

/** Draws the React elements, or the text, in a prop of the node. */
export function PropNodes({ value }: { value: unknown }): ReactNode {
  return <Nodes nodes={nodesIn(value)} />;
}

function NotDrawn({ node }: { node: ForgeNode }): ReactNode {
  return (
    <span role="note" className="not-drawn">
      {node.type} is not drawn by this local site.
    </span>
  );
}

/** Calls the function that the app passed as the prop `name`, if it passed one. */
export function useFire(node: ForgeNode): (name: string, ...args: readonly unknown[]) => void {
  const { send } = useSurface();
  return (name, ...args) => {
    const handler = node.props[name];
    if (isHandler(handler)) send(handler.__handler, callbackArguments(args));
  };
}

/**
 * Those of the node's props that are named, with the app's functions made callable, and addresses that would run a
 * script taken out, however deep they are.
 */
export function useProps(node: ForgeNode, names: readonly string[]): Record<string, unknown> {
  const { send } = useSurface();
  const given = names.filter((name) => node.props[name] !== undefined);
  return Object.fromEntries(given.map((name) => [name, drawable(name, node.props[name], send)]));
}

function drawable(name: string, value: unknown, send: DrawingSurface['send']): unknown {
  if (name === 'href') return safeHref(stringOf(value));
  if (isHandler(value)) {
    return (...args: unknown[]) => {
      send(value.__handler, callbackArguments(args));
    };
  }
  if (Array.isArray(value)) return value.map((entry) => drawable(name, entry, send));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, drawable(key, entry, send)]));
}

/**
 * A component that UI Kit takes over from Atlaskit: same props, same values, so they are handed on as they came;
 * only those that UI Kit has, and `fixed` ones of ours.
 */
export function counterpart<P extends object>(
  component: ComponentType<P>,
  names: readonly (keyof P & string)[],
  fixed: Partial<P> = {},
): Draw {
  return function Counterpart({ node }) {
    const props = { ...fixed, ...useProps(node, names) } as P;
    if (node.children.length === 0) return createElement(component, props);
    return createElement(component, props, elementsOf(node.children));
  };
}
