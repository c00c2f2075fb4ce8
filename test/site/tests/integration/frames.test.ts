import { createHash } from 'node:crypto';
import { Frames } from '../../forge/frames';
import { bundleStub, framePage, frameScript } from '../../web/frame/page';
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

it('let each script run as a browser reads it, whatever the script contains', async () => {
  const sources = ['one()\r\ntwo()', "three('</script><!--')\rfour()"];
  const page = framePage(shown, sources.map(frameScript));
  const html = await page.text();
  expect(html).not.toContain('\r');
  const texts = [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(([, text = '']) => text);
  const hashes = texts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  expect(texts).toHaveLength(sources.length);
  expect(page.headers.get('content-security-policy')).toContain(`script-src ${hashes.join(' ')};`);
});
