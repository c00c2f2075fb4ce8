/**
 * `npm test [-- step …]`: runs the steps, all of them unless some are named, and ends with one line
 * `N passed, N failed[, N skipped]`. A check counts as one; Jest and Playwright count as many as their own reports
 * say. A step that crashes, hangs or leaves no report counts as failed, and the steps after it still run.
 * The checks run beside Jest; what they say is printed when each ends. The browser has the machine to itself.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { findChromium } from './chromium.mjs';
import { passesIn } from './passes.mjs';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const cache = join(root, 'node_modules/.cache');
const reports = join(cache, 'test-reports');
/** Only what hangs takes this long, on a slow machine too. */
const limitMs = 30 * 60_000;

const bin = {
  eslint: 'node_modules/eslint/bin/eslint.js',
  jest: 'node_modules/jest/bin/jest.js',
  knip: 'node_modules/knip/bin/knip.js',
  playwright: 'node_modules/@playwright/test/cli.js',
  prettier: 'node_modules/prettier/bin/prettier.cjs',
  tsc: 'node_modules/typescript/bin/tsc',
};
const forgeCheck = 'test/forge-tooling/check.cjs';

/** Each check is what `node` is given. */
const checks = {
  // First, because the browser's tests use the bundle that it leaves.
  forge: [
    ['--import', 'tsx', 'test/tools/forge-bundle.ts'],
    // That bundler checks the types of the functions only.
    ['test/forge-tooling/node_modules/typescript/bin/tsc', '--noEmit', '-p', 'src/frontend'],
    [forgeCheck, 'manifest'],
    [forgeCheck, 'lint'],
  ],
  lint: [[bin.eslint, '.', '--max-warnings=0'], [bin.prettier, '--check', '.'], [bin.knip]],
  types: [
    [bin.tsc, '--noEmit'],
    [bin.tsc, '--noEmit', '-p', 'src/frontend'],
    [bin.tsc, '--noEmit', '-p', 'test'],
  ],
};
/** Compilers and tests make many short-lived objects. With more room for these, Node collects garbage less often: a tenth faster. */
const NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --max-semi-space-size=64`;
const jestProjects = ['unit', 'integration'];
const names = [...Object.keys(checks), ...jestProjects, 'browser'];

/** Runs Node; answers whether it succeeded. Without `isLive`, what it says is printed when it has ended. */
async function run(args, { env = {}, isLive = false } = {}) {
  const startedAt = Date.now();
  const said = [];
  if (isLive) console.log(`\n> node ${args.join(' ')}`);
  const stdio = ['ignore', ...Array(2).fill(isLive ? 'inherit' : 'pipe')];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS, ...env },
    stdio,
  });
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => said.push(text));
  const limit = setTimeout(() => child.kill('SIGKILL'), limitMs);
  const [status, signal] = await new Promise((end) => {
    child.on('error', (error) => end([1, error.message]));
    child.on('close', (code, by) => end([code, by]));
  });
  clearTimeout(limit);
  if (!isLive) console.log(`\n> node ${args.join(' ')}\n${Buffer.concat(said).toString().trimEnd()}`);
  if (signal) console.log(`Stopped: ${signal}`);
  console.log(`(${Math.round((Date.now() - startedAt) / 1000)} s)`);
  return status === 0;
}

/** Runs a check, unless it passed on the very same files before. */
async function check(args, passes) {
  const name = args.join(' ');
  if (passes.has(name)) console.log(`\n> node ${name}\nPassed on these very files before.`);
  else if (!(await run(args))) return { passed: 0, failed: 1, skipped: 0 };
  else passes.add(name);
  return { passed: 1, failed: 0, skipped: 0 };
}

async function allChecks(chosen) {
  const passes = passesIn(join(cache, 'passed-checks'), root);
  const counts = [];
  for (const [name, each] of Object.entries(checks)) {
    if (!chosen.includes(name)) continue;
    for (const args of each) counts.push(await attempt(() => check(args, passes)));
  }
  return counts;
}

/**
 * Runs a test runner that writes its report to `file`, and counts what the report says. A runner that fails although
 * its report knows of no failure has failed once.
 */
async function countFrom(file, args, env, count) {
  rmSync(file, { force: true });
  const ok = await run(args, { env, isLive: true });
  if (!existsSync(file)) throw new Error('The runner left no report.');
  const counted = count(JSON.parse(readFileSync(file, 'utf8')));
  return ok || counted.failed > 0 ? counted : { ...counted, failed: 1 };
}

function jest(projects) {
  const file = join(reports, 'jest.json');
  const args = [bin.jest, '-c', 'test/jest.config.mjs', '--ci', '--selectProjects', ...projects];
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

async function main(wanted) {
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    throw new Error(`No such step: ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
  }
  mkdirSync(reports, { recursive: true });
  const chosen = wanted.length > 0 ? wanted : names;
  const projects = jestProjects.filter((name) => chosen.includes(name));
  const counts = (
    await Promise.all([
      allChecks(chosen),
      projects.length > 0 ? attempt(() => jest(projects)).then((count) => [count]) : [],
    ])
  ).flat();
  if (chosen.includes('browser')) counts.push(await attempt(playwright));
  const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

try {
  const { passed, failed, skipped } = await main(process.argv.slice(2));
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
