import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleText } from '../../forge/kept-bundle';

interface Case {
  minify?: boolean;
  /** What happens while it is bundled. */
  meanwhile?: () => void;
}

let folder: string;
let made: number;

function write(name: string, text: string): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

/** As if it had been written some time ago. */
function writeEarlier(name: string, text: string): void {
  const anHourAgo = Date.now() / 1000 - 3600;
  utimesSync(write(name, text), anHourAgo, anHourAgo);
}

/** Bundles a file that lies beside the app's sources, too. */
async function bundled({ minify = false, meanwhile }: Case = {}): Promise<string> {
  const files = ['src/index.ts', 'lib/words.ts'].map((name) => path.join(folder, name));
  const wanted = { folder, name: 'functions', options: { minify } };
  return bundleText(wanted, () => {
    made++;
    const text = files.map((file) => readFileSync(file, 'utf8')).join('\n');
    meanwhile?.();
    return Promise.resolve({ text, files });
  });
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kept-bundle-'));
  made = 0;
  writeEarlier('manifest.yml', 'app: {}');
  writeEarlier('src/index.ts', 'first');
  writeEarlier('lib/words.ts', 'words');
  writeEarlier('node_modules/package/index.js', '');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('what has not changed is bundled once', async () => {
  expect([await bundled(), await bundled()]).toEqual(['first\nwords', 'first\nwords']);
  expect(made).toBe(1);
});

test.each([
  ['a source', () => write('src/index.ts', 'second')],
  ['what a source imports from elsewhere', () => write('lib/words.ts', 'others')],
  ['the manifest', () => write('manifest.yml', 'app: { id: 1 }')],
  ['the names of the sources', () => write('src/index/index.ts', '')],
])('after a change of %s it is bundled anew', async (_what, change) => {
  await bundled();
  change();
  await bundled();
  expect(made).toBe(2);
});

test('with other options it is bundled anew', async () => {
  await bundled();
  await bundled({ minify: true });
  expect(made).toBe(2);
});

test('what changed while it was bundled is not taken for what was bundled', async () => {
  await bundled({ meanwhile: () => write('src/index.ts', 'second') });
  expect(await bundled()).toBe('second\nwords');
});

test('what was kept in another form is no reason to fail', async () => {
  write('node_modules/.cache/local-site/bundle-functions.json', '{ "bundle": "older" }');
  expect(await bundled()).toBe('first\nwords');
});

test('an app without packages is bundled each time', async () => {
  rmSync(path.join(folder, 'node_modules'), { recursive: true });
  await bundled();
  await bundled();
  expect(made).toBe(2);
});

test('a folder in which nothing can be kept is no reason to fail', async () => {
  write('node_modules/.cache', 'a file, not a folder');
  await bundled();
  expect(await bundled()).toBe('first\nwords');
});
