import { fileURLToPath } from 'node:url';

const rootDir = fileURLToPath(new URL('..', import.meta.url));

const swc = {
  jsc: {
    parser: { syntax: 'typescript', tsx: true },
    transform: { react: { runtime: 'automatic' } },
    target: 'es2022',
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
};

const shared = {
  rootDir,
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  testEnvironment: 'node',
  transform: { '\\.m?[jt]sx?$': ['@swc/jest', swc] },
  // jira.js ships ES modules only and exports them to `import` alone; Jest requires its modules.
  transformIgnorePatterns: ['/node_modules/(?!jira\\.js/)'],
  moduleNameMapper: {
    '^jira\\.js$': '<rootDir>/node_modules/jira.js/dist/index.js',
    '^jira\\.js/(\\w+)$': '<rootDir>/node_modules/jira.js/dist/$1/index.js',
  },
};

/** The app's tests of a kind, and those that the local site has beside it. */
const testsIn = (kind) =>
  ['test', 'test/site/tests'].map((folder) => `<rootDir>/${folder}/${kind}/**/*.test.{ts,tsx}`);

/** `unit` is pure; `integration` needs the emulators, bundles, or the linter. */
export default {
  rootDir,
  maxWorkers: 2,
  testSequencer: '<rootDir>/test/tools/longest-first.cjs',
  // Only what hangs takes this long, on a slow machine too.
  testTimeout: 120_000,
  projects: [
    { ...shared, displayName: 'unit', testMatch: testsIn('unit') },
    { ...shared, displayName: 'integration', testMatch: testsIn('integration') },
  ],
};
