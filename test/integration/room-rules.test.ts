import { relative } from 'node:path';
import { breachesIn } from './linted-copy';
import type { Breach } from './linted-copy';

const verification = ['src/verification', 'src/verification/session'];
const core = [...verification, 'src/assurance', 'src/settings'];
const adapters = ['src/incode', 'src/jira', 'src/storage', 'src/platform'];

/** Who may use whom: each room with the rooms that it may import. */
const rooms: Record<string, string[]> = {
  'src/functions': ['src/wiring', ...core, 'src/contract'],
  'src/wiring': [...core, ...adapters, 'src/contract'],
  'src/verification': ['src/verification/session'],
  'src/verification/session': [],
  'src/assurance': ['src/verification/session'],
  'src/settings': verification,
  'src/incode': core,
  'src/jira': core,
  'src/storage': core,
  'src/platform': core,
  'src/contract': [],
  'src/frontend/components': ['src/contract'],
  'test/site': [],
  'test/demo': ['test/site'],
  'test/support': [
    ...['src/functions', 'src/wiring', ...core, ...adapters, 'src/contract', 'src/frontend/components'],
    ...['test/site', 'test/demo'],
  ],
};
/** The rooms of which a room may import types beside. */
const typeRooms: Record<string, string[]> = { 'src/settings': ['src/assurance'], 'src/contract': core };
const names = Object.keys(rooms);

const lamp = 'export interface Lamp {\n  lit: boolean;\n}\nexport const lamp: Lamp = { lit: true };\n';
const planted = new Map(names.map((room) => [`${room}/lamp.ts`, lamp]));
const broken = new Map<string, Breach[]>();

interface Uses {
  file: string;
  others: string[];
}

/** Puts a file into the copy that is linted; returns its path. */
function plant(file: string, code: string): string {
  planted.set(file, code);
  return file;
}

/** Plants a file in `room` that exports a value or a type from each other room, one in a line. */
function plantUses(room: string, kind: 'value' | 'type'): Uses {
  const others = names.filter((other) => other !== room);
  const what = kind === 'value' ? '{ lamp as It' : 'type { Lamp as It';
  const lines = others.map((other, at) => `export ${what}${at} } from '${relative(room, other)}/lamp';\n`);
  return { file: plant(`${room}/${kind}-of-all.ts`, lines.join('')), others };
}

/** Plants each code in a file of its own; the cases, ready for a table of tests. */
function plantEach(rule: string | undefined, cases: [file: string, code: string][]) {
  return cases.map(([file, code]) => ({ file: plant(file, `${code}\n`), code, rules: rule ? [rule] : [] }));
}

function importable({ file, others }: Uses): string[] {
  const reported = broken.get(file)?.filter(({ rule }) => rule === 'boundaries/dependencies');
  return others.filter((_, at) => !reported?.some(({ line }) => line === at + 1));
}

/** The rules that a file breaks, each as often as it does. */
const brokenBy = (file: string) => broken.get(file)?.map(({ rule }) => rule);

const values = names.map((room) => ({ room, uses: plantUses(room, 'value') }));
const types = names.map((room) => ({ room, uses: plantUses(room, 'type') }));

const otherWaysIn = plantEach('boundaries/dependencies', [
  ['src/index.ts', "export { lamp } from './wiring/lamp';"],
  ['src/jira/dynamic.ts', "export const late = import('../storage/lamp');"],
  ['src/incode/deep/down.ts', "export { lamp } from '../../jira/lamp';"],
  ['src/functions/tests.ts', "export { lamp } from '../../test/support/lamp';"],
]);

const waysIntoTheSite = [
  ...plantEach('import-x/no-relative-packages', [
    ['test/demo/past-its-exports.ts', "export { lamp } from '../site/lamp';"],
  ]),
  ...plantEach('import-x/no-unresolved', [
    ['test/demo/not-exported.ts', "export { KvsError } from 'local-site/forge/kvs/errors';"],
  ]),
  ...plantEach(undefined, [['test/demo/exported.ts', "export { startSite } from 'local-site/site';"]]),
  ...plantEach('boundaries/dependencies', [
    ['src/wiring/site.ts', "export { startSite } from 'local-site/site';"],
    ['test/site/web/tests.ts', "export { lamp } from '../tests/lamp';"],
  ]),
];
plant('test/site/tests/lamp.ts', lamp);

plant('static/locales/en-US.json', '{ "language": "en-US" }\n');
const texts = '../../../static/locales/en-US.json';
const translations = [
  ...plantEach('boundaries/dependencies', [
    ['src/frontend/components/text.ts', `import texts from '${texts}';\nexport const it = texts.language;`],
  ]),
  ...plantEach(undefined, [
    [
      'src/frontend/components/keys.ts',
      `import type texts from '${texts}';\nexport type Key = keyof typeof texts;`,
    ],
  ]),
];

const packages = [
  ...plantEach('boundaries/dependencies', [
    ['src/wiring/forge.ts', "export { kvs } from '@forge/kvs';"],
    ['src/verification/forge.ts', "export { kvs } from '@forge/kvs';"],
    ['src/settings/forge.ts', "export { kvs } from '@forge/kvs';"],
    ['src/assurance/forge.ts', "export { kvs } from '@forge/kvs';"],
    ['src/contract/forge.ts', "export { invoke } from '@forge/bridge';"],
    ['src/contract/library.ts', "export { z } from 'zod';"],
    ['src/verification/files.ts', "export { readFile } from 'node:fs';"],
  ]),
  ...plantEach(undefined, [
    ['src/functions/forge.ts', "export { kvs } from '@forge/kvs';"],
    ['src/storage/forge.ts', "export { kvs } from '@forge/kvs';"],
    ['src/frontend/components/forge.ts', "export { invoke } from '@forge/bridge';"],
    ['src/settings/library.ts', "export { z } from 'zod';"],
  ]),
];

const purity = [
  ...plantEach('no-restricted-properties', [
    ['src/verification/now.ts', 'export const it = Date.now();'],
    ['src/settings/random.ts', 'export const it = Math.random();'],
    ['src/assurance/now.ts', 'export const it = Date.now();'],
  ]),
  ...plantEach('no-restricted-syntax', [['src/contract/today.ts', 'export const it = new Date();']]),
  ...plantEach('no-restricted-globals', [
    ['src/settings/uuid.ts', 'export const it = crypto.randomUUID();'],
    ['src/contract/wait.ts', 'setTimeout(() => undefined, 1);'],
  ]),
  ...plantEach('@typescript-eslint/no-restricted-imports', [
    ['src/verification/uuid.ts', "export { randomUUID } from 'node:crypto';"],
  ]),
  ...plantEach(undefined, [
    ['src/platform/now.ts', 'export const it = Date.now();'],
    ['src/verification/then.ts', 'export const it = new Date(0);'],
    ['src/verification/digest.ts', "export { createHash } from 'node:crypto';"],
  ]),
];

const style = [
  ...plantEach('import-x/no-cycle', [
    ['src/jira/hen.ts', "import './egg';"],
    ['src/jira/egg.ts', "import './hen';"],
  ]),
  ...plantEach('house/kebab-case-files', [['src/jira/NotKebab.ts', 'export const it = 1;']]),
  ...plantEach('import-x/no-default-export', [['src/jira/main.ts', 'export default 1;']]),
  ...plantEach('@typescript-eslint/no-explicit-any', [['src/jira/any.ts', 'export type It = any;']]),
  ...plantEach('no-console', [['src/jira/loud.ts', "console.log('a');"]]),
  ...plantEach(undefined, [['src/platform/log.ts', "console.log('a');"]]),
];

const disabled = plant('src/jira/disabled.ts', "// eslint-disable-next-line no-console\nconsole.log('a');\n");

beforeAll(() => {
  for (const [file, breaches] of breachesIn(planted)) broken.set(file, breaches);
});

describe('who may use whom', () => {
  test.each(values)('$room imports the rooms it may use and no others', ({ room, uses }) => {
    expect(importable(uses).sort()).toEqual(rooms[room]?.toSorted());
  });

  test.each(types)('$room imports types only from there, too', ({ room, uses }) => {
    const allowed = [...(rooms[room] ?? []), ...(typeRooms[room] ?? [])];
    expect(importable(uses).sort()).toEqual(allowed.sort());
  });

  test.each(otherWaysIn)('$file is caught: $code', ({ file, rules }) => {
    expect(brokenBy(file)).toEqual(rules);
  });

  test.each(waysIntoTheSite)('the site is entered by its exports alone: $file', ({ file, rules }) => {
    expect(brokenBy(file)).toEqual(rules);
  });

  test.each(translations)('texts stay out of the bundle, their keys are types: $file', ({ file, rules }) => {
    expect(brokenBy(file)).toEqual(rules);
  });

  test.each(packages)('$file breaks $rules: $code', ({ file, rules }) => {
    expect(brokenBy(file)).toEqual(rules);
  });
});

describe('the core decides by what is passed in', () => {
  test.each(purity)('$file breaks $rules: $code', ({ file, rules }) => {
    expect(brokenBy(file)).toEqual(rules);
  });
});

describe('style', () => {
  test.each(style)('$file breaks $rules: $code', ({ file, rules }) => {
    expect(brokenBy(file)).toEqual(rules);
  });

  test('a comment cannot disable a rule', () => {
    expect(brokenBy(disabled)).toContain('no-console');
  });
});
