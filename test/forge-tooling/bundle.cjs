/**
 * `node bundle.cjs <app folder>`: what Forge's own bundler makes of an app, as JSON
 * `{functions: {<file>: text}, resources: {<key>: text}}`.
 *
 * CommonJS, because @forge/bundler wants a main module of that kind.
 */
const { readFileSync, readdirSync } = require('node:fs');
const { join } = require('node:path');
const process = require('node:process');
const { useScratchFolder } = require('./scratch.cjs');

const read = (folder, file) => readFileSync(join(folder, file), 'utf8');

/** A resource's script, after the chunks that it would load when it needs them. */
function scriptOf(folder, key) {
  const entry = `${key}.js`;
  const chunks = readdirSync(folder).filter((file) => file.endsWith('.js') && file !== entry);
  return [...chunks, entry].map((file) => read(folder, file)).join('\n');
}

async function main(folder) {
  useScratchFolder();
  // The bundler reads manifest.yml and tsconfig.json from the current folder.
  process.chdir(folder);
  const { prepare } = require('./bundler.cjs');
  const { entryPoints, resources, bundleFunctions, bundleResource } = await prepare([]);
  const folderOfFunctions = await bundleFunctions();
  const functions = entryPoints.map(({ name }) => [name, read(folderOfFunctions, `${name}.cjs`)]);
  const scripts = [];
  for (const resource of resources)
    scripts.push([resource.key, scriptOf(await bundleResource(resource), resource.key)]);
  return { functions: Object.fromEntries(functions), resources: Object.fromEntries(scripts) };
}

main(process.argv[2]).then(
  (bundle) => process.stdout.write(JSON.stringify(bundle), () => process.exit(0)),
  (error) => {
    console.error(error.message);
    process.exit(1);
  },
);
