import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const project = path.resolve(__dirname, '../../..');
const read = (file: string) => readFileSync(path.join(project, file), 'utf8');
const filesIn = (folder: string) =>
  readdirSync(path.join(project, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
    path.join(folder, file),
  );
const documents = [
  'README.md',
  'CHANGELOG.md',
  ...filesIn('docs').filter((file) => file.endsWith('.md')),
].sort();
const tests = ['unit', 'integration', 'browser', 'site/tests'].flatMap((folder) => filesIn(`test/${folder}`));
const nameOf = (file: string) => path.basename(file);

interface Manifest {
  app: { storage: { entities: { name: string }[] } };
  permissions: { scopes: string[]; external: { fetch: { backend: { address: string }[] } } };
}
const manifest = parse(read('manifest.yml')) as Manifest;

/** What stands in backquotes in the table rows of a document. */
function namedInTables(file: string): string[] {
  const rows = read(file)
    .split('\n')
    .filter((line) => line.startsWith('|'));
  return rows.flatMap((row) => [...row.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
}

/** The anchors of a document's headings, as GitHub makes them. */
function anchorsIn(file: string): string[] {
  const headings = [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, text = '']) => text);
  return headings.map((text) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
}

/** The targets of a document's links and pictures within the project. */
function linksIn(file: string): string[] {
  const text = read(file).replace(/```[\s\S]*?```/g, '');
  const inText = [...text.matchAll(/\]\(([^)\s]+)\)/g)];
  const inPictures = [...text.matchAll(/(?:src|srcset)="([^"]+)"/g)];
  return [...inText, ...inPictures]
    .map(([, target = '']) => target)
    .filter((target) => !/^(https?|mailto):/.test(target));
}

function leadsSomewhere(from: string, link: string): boolean {
  const [target = '', anchor] = link.split('#');
  const file = target === '' ? from : path.join(path.dirname(from), target);
  if (!existsSync(path.join(project, file))) return false;
  return anchor === undefined || anchorsIn(file).includes(anchor);
}

test.each(documents)('the links of %s lead somewhere', (file) => {
  expect(linksIn(file).filter((link) => !leadsSomewhere(file, link))).toEqual([]);
});

test('a document shows each picture', () => {
  const shown = new Set(documents.flatMap((file) => linksIn(file).map((link) => path.basename(link))));
  expect(filesIn('docs/images').filter((file) => !shown.has(path.basename(file)))).toEqual([]);
});

test.each(documents)('the tests and scripts that %s names are there', (file) => {
  const text = read(file);
  const named = [...text.matchAll(/[\w-]+\.(?:test|spec)\.ts/g)].map(([name]) => name);
  const missing = named.filter((name) => !tests.map(nameOf).includes(name));
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const unknown = [...text.matchAll(/npm run ([\w-]+)/g)].filter(([, name = '']) => !(name in scripts));
  expect([...missing, ...unknown.map(([command]) => command)]).toEqual([]);
});

test('privacy.md tells of everything that is stored', () => {
  const named = namedInTables('docs/privacy.md');
  const entities = manifest.app.storage.entities.map(({ name }) => name);
  expect(entities.filter((name) => !named.includes(name))).toEqual([]);
});

test('deploying.md gives a reason for each scope and host of the manifest, and for no other', () => {
  const { scopes, external } = manifest.permissions;
  const hosts = external.fetch.backend.map(({ address }) => new URL(address).host);
  const named = namedInTables('docs/deploying.md');
  const scopesAndHosts = named.filter((name) => /^[\w-]+(:[\w-]+)+$|\.com$/.test(name));
  expect(scopesAndHosts.sort()).toEqual([...scopes, ...hosts].sort());
});
