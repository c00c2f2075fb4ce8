export interface AdfMark {
  type: string;
  attrs?: Readonly<Record<string, unknown>>;
}

export interface AdfNode {
  type: string;
  text?: string;
  attrs?: Readonly<Record<string, unknown>>;
  marks?: readonly AdfMark[];
  content?: readonly AdfNode[];
}

export function isAdfNode(value: unknown): value is AdfNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

export function attribute(node: AdfNode, name: string, fallback: number): number {
  const value = node.attrs?.[name];
  return typeof value === 'number' ? value : fallback;
}

/** A scalar attribute as text; empty if it is missing. */
export function attributeText(node: AdfNode | AdfMark, name: string): string {
  const value = node.attrs?.[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
