/**
 * `npm test [-- step …]`: runs the steps in order, all of them unless some are named, and ends with one line
 * `N passed, N failed[, N skipped]`. A check counts as one; Jest and Playwright count as many as their own reports
 * say. A step that crashes, hangs or leaves no report counts as failed, and the steps after it still run.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { findChromium } from './chromium.mjs';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const reports = join(root, 'node_modules/.cache/test-reports');
const stepLimitMs = 15 * 60_000;

const bin = {
  eslint: 'node_modules/eslint/bin/eslint.js',
  jest: 'node_modules/jest/bin/jest.js',
  knip: 'node_modules/knip/bin/knip.js',
  playwright: 'node_modules/@playwright/test/cli.js',
  prettier: 'node_modules/prettier/bin/prettier.cjs',
  tsc: 'node_modules/typescript/bin/tsc',
};

const forgeCheck = 'test/forge-tooling/check.cjs';

const steps = {
  lint: [check(bin.eslint, '.', '--max-warnings=0'), check(bin.prettier, '--check', '.'), check(bin.knip)],
  types: [
    check(bin.tsc, '--noEmit'),
    check(bin.tsc, '--noEmit', '-p', 'src/frontend'),
    check(bin.tsc, '--noEmit', '-p', 'test'),
  ],
  forge: [check(forgeCheck, 'manifest'), check(forgeCheck, 'lint'), check(forgeCheck, 'bundler')],
  unit: [() => jest('unit')],
  integration: [() => jest('integration')],
  browser: [playwright],
};

/** Whether the command succeeded; it writes straight to the terminal. */
function run(args, env = {}) {
  console.log(`\n> node ${args.join(' ')}`);
  const startedAt = Date.now();
  const options = { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'inherit', 'inherit'] };
  const { status, error } = spawnSync(process.execPath, args, {
    ...options,
    timeout: stepLimitMs,
    killSignal: 'SIGKILL',
  });
  if (error) console.log(`Stopped: ${error.message}`);
  console.log(`(${Math.round((Date.now() - startedAt) / 1000)} s)`);
  return status === 0;
}

function check(...args) {
  return () => (run(args) ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 });
}

/**
 * Runs a test runner that writes its report to `file`, and counts what the report says. A runner that fails although
 * its report knows of no failure has failed once.
 */
function countFrom(file, args, env, count) {
  rmSync(file, { force: true });
  const ok = run(args, env);
  if (!existsSync(file)) throw new Error('The runner left no report.');
  const counted = count(JSON.parse(readFileSync(file, 'utf8')));
  return ok || counted.failed > 0 ? counted : { ...counted, failed: 1 };
}

function jest(project) {
  const file = join(reports, `${project}.json`);
  const args = [bin.jest, '-c', 'test/jest.config.mjs', '--ci', '--selectProjects', project];
  return countFrom(file, [...args, '--json', `--outputFile=${file}`], {}, (report) => ({
    passed: report.numPassedTests,
    // A suite that does not even load has no tests to count.
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  }));
}

async function playwright() {
  const chromium = await findChromium();
  if (!chromium) throw new Error('There is no Chromium; "npm test" said above what to install.');
  const file = join(reports, 'browser.json');
  const args = [bin.playwright, 'test', '-c', 'test/browser/playwright.config.ts'];
  return countFrom(file, args, { CHROME_PATH: chromium }, ({ stats, errors }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  }));
}

async function attempt(part) {
  try {
    return await part();
  } catch (error) {
    console.log(`Failed: ${error.message}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

async function main(names) {
  const unknown = names.filter((name) => !Object.hasOwn(steps, name));
  if (unknown.length > 0) {
    throw new Error(`No such step: ${unknown.join(', ')}. There are: ${Object.keys(steps).join(', ')}.`);
  }
  mkdirSync(reports, { recursive: true });
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const [name, parts] of Object.entries(steps)) {
    if (names.length > 0 && !names.includes(name)) continue;
    console.log(`\n== ${name}`);
    for (const part of parts) {
      const counted = await attempt(part);
      for (const key of Object.keys(total)) total[key] += counted[key];
    }
  }
  return total;
}

try {
  const { passed, failed, skipped } = await main(process.argv.slice(2));
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
