import type { ComponentType } from 'react';

export interface Glyph {
  label: string;
  size?: 'small' | 'medium';
  color?: string;
}

const loaders = import.meta.glob<{ default: ComponentType<Glyph> }>(
  '../../../../node_modules/@atlaskit/icon/core/*.js',
);

/** The icon of that name, if Atlaskit's core set has it. */
export async function loadGlyph(name: string): Promise<ComponentType<Glyph> | undefined> {
  const load = loaders[`../../../../node_modules/@atlaskit/icon/core/${name}.js`];
  return load && (await load()).default;
}
