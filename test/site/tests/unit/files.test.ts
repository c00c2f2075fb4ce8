import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serveFile } from '../../files';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'files-'));
  mkdirSync(path.join(folder, 'pages/assets'), { recursive: true });
  writeFileSync(path.join(folder, 'pages/index.html'), 'the page');
  writeFileSync(path.join(folder, 'pages/assets/main-1a2b3c.js'), 'the script');
  writeFileSync(path.join(folder, 'secret.txt'), 'not for a browser');
});

afterEach(() => rmSync(folder, { recursive: true }));

const served = (file: string) => serveFile(path.join(folder, 'pages'), file);

it('lets browsers keep an asset for good, and ask for the page each time', async () => {
  const script = await served('assets/main-1a2b3c.js');
  expect(await script.text()).toBe('the script');
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(script.headers.get('cache-control')).toContain('immutable');
  const page = await served('index.html');
  expect(await page.text()).toBe('the page');
  expect(page.headers.get('cache-control')).toBeNull();
});

it('has no file outside of its folder, and does not let a browser keep that it has none', async () => {
  for (const file of ['../secret.txt', 'assets/%2e%2e/%2e%2e/secret.txt', 'assets/none.js', '%']) {
    const answer = await served(file);
    expect([file, answer.status, answer.headers.get('cache-control')]).toEqual([file, 404, null]);
  }
});
