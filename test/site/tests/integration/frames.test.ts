import { Frames } from '../../forge/frames';
import { bundleStub, framePage } from '../../web/frame/page';
import type { AppManifest, UiModule } from '../../forge/manifest';

const shown = { clockOffset: 0, language: 'en-US', translations: 'http://localhost/' };

it('stop once nothing is being bundled', async () => {
  const board: Partial<UiModule> = { key: 'board', resource: 'main' };
  const manifest = { uiModules: [board] } as AppManifest;
  const bundled: string[] = [];
  const resource = async (_manifest: AppManifest, name: string) => {
    for (let times = 0; times < 2; times++) await bundleStub();
    bundled.push(name);
    return '';
  };
  const frames = new Frames(() => manifest, { functions: () => Promise.resolve(''), resource });
  void frames.page('board', shown);
  await frames.stop();
  expect(bundled).toEqual(['main']);
});

it('end the lines of a script as a browser reads them, for it goes by the hash of what it reads', async () => {
  const lines = framePage({ ...shown, stub: 'one()\r\ntwo()', app: 'three()\rfour()' });
  expect(await lines.text()).not.toContain('\r');
});
