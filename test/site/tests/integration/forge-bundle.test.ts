import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AppCode } from '../../forge/app-code';
import { MissingPackageError, quickBundler } from '../../forge/bundle';
import { readManifest } from '../../forge/manifest';
import { copyWith, startNoticeboard } from './noticeboard';

/** The fixture app with more files in its folder. */
function appWith(files: Record<string, string>): string {
  const folder = copyWith((text) => text.replace('handler: index.doorbell', 'handler: extra.run'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

/** What the app's function `extra.run` makes of its import of a CommonJS package that says it is an ES module. */
async function importedBy(file: string, type: string): Promise<unknown> {
  const text = `import Resolver from '@forge/resolver'; export const run = () => typeof Resolver;`;
  const folder = appWith({ [file]: text, 'package.json': JSON.stringify({ type }) });
  const bundled = await quickBundler.functions({ ...readManifest(folder), functions: onlyExtra });
  return new AppCode(bundled).instantiate({ require }).find('extra.run')();
}

const onlyExtra = new Map([['extra', { handler: 'extra.run' }]]);

// As webpack 5 has it, which Forge bundles with: strict interop is for JavaScript of `"type": "module"` alone.
it.each([
  ['src/extra.ts', 'module', 'function'],
  ['src/extra.ts', 'commonjs', 'function'],
  ['src/extra.js', 'module', 'object'],
  ['src/extra.js', 'commonjs', 'function'],
])('the default import of a CommonJS package in %s of "type": "%s" is a(n) %s', async (file, type, kind) => {
  expect(await importedBy(file, type)).toBe(kind);
});

it('a package that is not installed is named in one line', async () => {
  const folder = appWith({
    'src/extra.js': `import nothing from 'no-such-package';\nexport const run = nothing;`,
  });
  const refusal: unknown = await quickBundler
    .functions(readManifest(folder))
    .catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(MissingPackageError);
  expect(String(refusal)).toMatch(
    /^MissingPackageError: The package no-such-package is not installed; \/.*src\/extra\.js:1 imports it\.$/,
  );
});

it('a frontend may be an entry of a resource', async () => {
  const { site } = await startNoticeboard({
    manifest: (text) =>
      text
        .replace('      resource: tally', '      resource: pages/tally')
        .replace(
          '  - key: pictures',
          '  - key: pages\n    path: src/frontend\n    entry: { tally: tally.jsx }\n  - key: pictures',
        ),
  });
  const frame = await fetch(`${site.url}/frame/tally`);
  expect([frame.status, (await frame.text()).length > 10_000]).toEqual([200, true]);
});
