import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { createHost, type HostPage } from '../../web/bridge/host';
import { Nodes, SurfaceProvider, useProps } from '../../web/forge-doc/drawing';
import type { ForgeNode } from '../../web/forge-doc/forge-node';

const SCRIPT = 'javascript:alert(1)';

/** Props of a ForgeDoc node as the component gets that draws it. */
function drawnProps(props: Record<string, unknown>): Record<string, unknown> {
  let drawn = {};
  const Probe = ({ node }: { node: ForgeNode }) => {
    drawn = useProps(node, Object.keys(props));
    return null;
  };
  const surface = {
    catalogue: { Probe },
    send: () => undefined,
    open: () => undefined,
    users: [],
    people: [],
  };
  const nodes = createElement(Nodes, { nodes: [{ type: 'Probe', key: '1', props, children: [] }] });
  renderToStaticMarkup(createElement(SurfaceProvider, { value: surface }, nodes));
  return drawn;
}

describe('an address from an app’s frame', () => {
  it('is followed where it opens a page, and never run as a script of the page around the frame', async () => {
    const opened: string[] = [];
    const page = { open: (url: string) => opened.push(url) } as unknown as HostPage;
    const host = createHost({ module: 'board', as: 'agent', locale: 'en-US' }, page);
    for (const url of ['/browse/HELP-1', 'https://example.com/', SCRIPT]) {
      await host.answer({ forge: 'call', id: 1, cmd: 'navigate', data: { url, type: 'same-tab' } });
    }
    expect(opened).toEqual(['/browse/HELP-1', 'https://example.com/', '#']);
  });

  it('is drawn as one that opens a page only', () => {
    expect(drawnProps({ href: SCRIPT, label: SCRIPT, items: [{ href: SCRIPT }] })).toEqual({
      href: '#',
      label: SCRIPT,
      items: [{ href: '#' }],
    });
    expect(drawnProps({ href: 'https://example.com/' })).toEqual({ href: 'https://example.com/' });
  });
});
