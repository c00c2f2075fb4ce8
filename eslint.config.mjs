import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const extensions = ['.ts', '.tsx', '.mjs', '.js'];
const typescript = ['**/*.{ts,tsx}'];
const tests = ['test/{unit,integration,browser,bench,site/tests}/**'];
/** What JavaScript finds around it everywhere; TypeScript knows by itself. */
const platformGlobals = [
  'AbortSignal',
  'Buffer',
  'URL',
  '__dirname',
  'clearTimeout',
  'console',
  'fetch',
  'setTimeout',
];
const adapters = ['incode', 'jira', 'storage', 'platform'];
/** Of verification: what it shares, and its sub-rooms. */
const verification = ['verification', 'session', 'sending', 'ticket', 'upkeep'];
const core = [...verification, 'assurance', 'settings'];

/** What each room may import of the others; `types` is what it may only import types of. */
const rooms = {
  src: { path: 'src', uses: ['functions'] },
  functions: { path: 'src/functions', uses: ['wiring', ...core, 'contract'] },
  wiring: { path: 'src/wiring', uses: [...core, 'contract', ...adapters] },
  verification: { path: 'src/verification', uses: ['session'], types: ['sending', 'ticket'] },
  session: { path: 'src/verification/session', uses: [] },
  sending: { path: 'src/verification/sending', uses: ['verification', 'session', 'ticket'] },
  ticket: { path: 'src/verification/ticket', uses: ['verification', 'session', 'sending'] },
  upkeep: { path: 'src/verification/upkeep', uses: verification },
  assurance: { path: 'src/assurance', uses: ['session'] },
  settings: { path: 'src/settings', uses: verification, types: ['assurance'] },
  incode: { path: 'src/incode', uses: core },
  jira: { path: 'src/jira', uses: core },
  storage: { path: 'src/storage', uses: core },
  platform: { path: 'src/platform', uses: core },
  contract: { path: 'src/contract', uses: [], types: core },
  // The keys of the texts, as types: the texts themselves are Forge's to bring into the browser.
  frontend: { path: 'src/frontend', uses: ['contract'], types: ['locales'] },
  locales: { path: 'static/locales', uses: [] },
  site: { path: 'test/site', uses: [] },
  siteTests: { path: 'test/site/tests', uses: ['site'] },
  demo: { path: 'test/demo', uses: ['site'] },
  test: { path: 'test', uses: '*' },
};

const fromRoom = (room) => ({ element: { type: room } });

const roomPolicies = Object.entries(rooms).flatMap(([room, { uses, types = [] }]) => [
  { from: fromRoom(room), allow: { to: { element: { type: uses } } } },
  { from: fromRoom(room), allow: { to: { element: { type: types } }, dependency: { kind: 'type' } } },
]);

const packagePolicies = [
  { from: fromRoom('*'), allow: { to: { module: { origin: ['external', 'core'] } } } },
  {
    from: fromRoom(Object.keys(rooms).filter((room) => rooms[room].path.startsWith('src'))),
    disallow: { to: { module: { source: 'local-site/**' } } },
    message: 'The app knows nothing of what hosts it.',
  },
  {
    from: fromRoom(['src', 'wiring', ...core]),
    disallow: { to: { module: { source: '@forge/*' } } },
    message: 'Only functions, adapters and the frontend know Forge.',
  },
  {
    from: fromRoom(core),
    disallow: { to: { module: { origin: 'core', source: '!(node:crypto|crypto)' } } },
    message: 'The core does no I/O; take what is needed through a port.',
  },
  {
    from: fromRoom('contract'),
    disallow: { to: { module: { origin: ['external', 'core'] } } },
    message: 'The contract goes into the browser: no libraries.',
  },
];

/** Shared by browser and functions, or decided by values that are passed in: the same call, the same answer. */
const pure = {
  files: ['src/{verification,assurance,settings,contract}/**'],
  // The one place that waits for a time, for the adapters; nothing is decided by it.
  ignores: ['src/verification/with-timeout.ts'],
  rules: {
    'no-restricted-properties': [
      'error',
      { object: 'Date', property: 'now', message: 'Time is passed in.' },
      { object: 'Math', property: 'random', message: 'Randomness is passed in.' },
    ],
    'no-restricted-globals': [
      'error',
      ...['crypto', 'fetch', 'performance', 'process', 'setImmediate', 'setInterval', 'setTimeout'].map(
        (name) => ({ name, message: 'Time, randomness and I/O come in through ports.' }),
      ),
    ],
    'no-restricted-syntax': [
      'error',
      { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Time is passed in.' },
      { selector: 'CallExpression[callee.name="Date"]', message: 'Time is passed in.' },
    ],
    '@typescript-eslint/no-restricted-imports': [
      'error',
      ...['node:crypto', 'crypto'].map((name) => ({
        name,
        allowImportNames: ['createHash', 'createHmac', 'timingSafeEqual'],
        message: 'Randomness is passed in.',
      })),
    ],
  },
};

const kebabCaseFiles = {
  create: (context) => ({
    Program(node) {
      const name = context.filename.split(/[\\/]/).at(-1);
      if (!/^[a-z\d]+(-[a-z\d]+)*(\.[a-z]+)+$/.test(name)) {
        context.report({ node, message: `File names are kebab-case, unlike ${name}.` });
      }
    },
  }),
};

export default defineConfig(
  globalIgnores(['**/node_modules/']),
  {
    // Rules are changed here, with a reason, and nowhere else.
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
    plugins: { house: { rules: { 'kebab-case-files': kebabCaseFiles } } },
    settings: { 'import-x/resolver-next': [createNodeResolver({ extensions })] },
    extends: [js.configs.recommended, importX.flatConfigs.typescript],
    rules: {
      complexity: ['error', 10],
      eqeqeq: 'error',
      'max-lines': ['error', 250],
      'max-lines-per-function': ['error', 50],
      'house/kebab-case-files': 'error',
      // What is installed knows nothing of ours; to look through it took most of the time.
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-default-export': 'error',
      'import-x/no-duplicates': 'error',
      // The local site is a package of its own: what it exports, and no other way in.
      'import-x/no-relative-packages': 'error',
      'import-x/no-unresolved': ['error', { ignore: ['^(?!local-site)'] }],
    },
  },
  {
    files: ['**/*.{js,jsx,mjs,cjs}'],
    languageOptions: {
      globals: Object.fromEntries(platformGlobals.map((name) => [name, 'readonly'])),
      parserOptions: { ecmaFeatures: { jsx: true } },
    },
  },
  {
    files: ['**/*.jsx'],
    // Forge's bundler compiles it to calls of React, which must be in scope and looks unused.
    rules: { 'no-unused-vars': ['error', { varsIgnorePattern: '^React$' }] },
  },
  {
    files: typescript,
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // Taking a property out of `...rest` is what leaves it unused.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // `onClick={() => setOpen(true)}` says nothing wrong; braces around it say nothing more.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // A number in a template prints as anyone would expect.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'max-lines-per-function': ['error', 80],
      'react-hooks/exhaustive-deps': 'error',
      'react-hooks/rules-of-hooks': 'error',
    },
  },
  {
    files: ['src/contract/**'],
    // Forge's Definitions ask for an index signature, which a type has and an interface has not.
    rules: { '@typescript-eslint/consistent-type-definitions': 'off' },
  },
  {
    files: tests,
    // A `describe` is one function around all its tests; each test stays short all the same.
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    files: ['test/browser/fixtures.ts'],
    // Playwright reads from the braces which fixtures are needed; `{}` is none.
    rules: { 'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }] },
  },
  {
    // These tools read a default export.
    files: [
      'eslint.config.mjs',
      'test/jest.config.mjs',
      'test/browser/{playwright.config,screenshots.config,build-all}.ts',
    ],
    rules: { 'import-x/no-default-export': 'off' },
  },
  {
    files: ['test/site/forge/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: ['**/jira/**', '**/incode/**'], message: 'Forge knows its product by a port.' },
          ],
        },
      ],
    },
  },
  {
    files: ['src/**'],
    // One place writes the log, so that one place decides what may stand in it.
    ignores: ['src/platform/log.ts'],
    rules: { 'no-console': 'error' },
  },
  pure,
  {
    plugins: { boundaries },
    settings: {
      'boundaries/elements': Object.entries(rooms)
        .map(([type, { path }]) => ({ type, pattern: path, partialMatch: false }))
        .toSorted((a, b) => b.pattern.length - a.pattern.length),
      'boundaries/dependency-nodes': ['import', 'export', 'dynamic-import', 'require'],
      'import/resolver': { node: { extensions } },
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        { default: 'disallow', checkAllOrigins: true, policies: [...roomPolicies, ...packagePolicies] },
      ],
    },
  },
);
