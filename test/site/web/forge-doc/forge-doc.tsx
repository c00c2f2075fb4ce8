import { useMemo, type ReactNode } from 'react';
import { catalogue } from './catalogue';
import { Nodes, SurfaceProvider, type DrawingSurface } from './drawing';
import type { ForgeNode } from './forge-node';
import './forge-doc.css';

type ForgeDocProps = { doc: ForgeNode } & Omit<DrawingSurface, 'catalogue'>;

/** Draws the tree that UI Kit sent, with the Atlaskit components it stands for. */
export function ForgeDoc({ doc, open, people, send, users }: ForgeDocProps): ReactNode {
  const surface = useMemo(() => ({ catalogue, open, people, send, users }), [open, people, send, users]);
  return (
    <SurfaceProvider value={surface}>
      <Nodes nodes={[doc]} />
    </SurfaceProvider>
  );
}
