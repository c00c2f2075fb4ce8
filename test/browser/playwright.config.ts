import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import type { WorkerFixtures } from './fixtures';

const cache = '../../node_modules/.cache';
const isRoot = process.getuid?.() === 0;
const chromium = process.env['CHROME_PATH'];

/** `npm test` says which Chromium in CHROME_PATH, and where it reads the report from. */
export default defineConfig<object, WorkerFixtures>({
  testDir: '.',
  globalSetup: './build-all.ts',
  outputDir: `${cache}/browser-tests`,
  fullyParallel: true,
  // One more than there are processors made all of them a tenth slower. At most four, for the memory.
  workers: Math.min(availableParallelism(), 4),
  forbidOnly: true,
  // Only what hangs takes this long, on a slow machine too.
  timeout: 60_000,
  projects: [
    { name: 'quick bundle' },
    // What a deployment would upload does the main job as well.
    { name: 'forge bundle', grep: /@forge-bundle/, use: { forgeBundle: true } },
  ],
  reporter: [['list'], ['json', { outputFile: `${cache}/test-reports/browser.json` }]],
  use: {
    viewport: { width: 1280, height: 900 },
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: [
        // Chromium refuses to run its sandbox as root.
        ...(isRoot ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
