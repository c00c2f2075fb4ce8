/**
 * `node check.cjs manifest|lint [app folder]`: one of Atlassian's own checks that need no account, in its
 * own words. Exit code 1 when it finds an error.
 *
 * CommonJS, because @forge/bundler wants a main module of that kind.
 */
const { resolve } = require('node:path');
const process = require('node:process');
const { useScratchFolder } = require('./scratch.cjs');

const checks = { manifest: './manifest.cjs', lint: './lint.cjs' };

async function main([name, folder = resolve(__dirname, '../..')]) {
  if (!Object.hasOwn(checks, name ?? '')) throw new Error(`Say which: ${Object.keys(checks).join(', ')}.`);
  useScratchFolder();
  // The tools read manifest.yml and tsconfig.json from the current folder.
  process.chdir(folder);
  const { errors, summary } = await require(checks[name]).check();
  for (const error of errors) console.log(error);
  console.log(`@forge/${name}: ${errors.length === 0 ? 'passed' : 'FAILED'}, ${summary}`);
  return errors.length === 0;
}

main(process.argv.slice(2)).then(
  (passed) => process.exit(passed ? 0 : 1),
  (error) => {
    console.error(error.message);
    process.exit(1);
  },
);
