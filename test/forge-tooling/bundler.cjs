const { NativeUIBundler, getEntryPoints, getNodeBundler } = require('@forge/bundler');
const { ConfigFile, FileSystemReader, FileSystemWriter } = require('@forge/cli-shared');
const process = require('node:process');

/** Stands for the runtime's loader, which the real provider downloads and which no check reads. */
const noWrapper = () => Promise.resolve({ script: '', source: 'none', version: '0' });
const wrappers = { getNodeRuntimeWrapper: noWrapper, getNodeRuntimeLoader: noWrapper };

function warningLogger(warnings) {
  const silent = () => undefined;
  const warn = (message) => warnings.push(message);
  return {
    traceEnabled: false,
    debugEnabled: false,
    trace: silent,
    debug: silent,
    info: silent,
    warn,
    error: silent,
  };
}

async function failure(what, run) {
  try {
    await run();
    return [];
  } catch (error) {
    return [`${what}: ${error.message}`];
  }
}

/** What Forge's bundler makes of the app in the current folder; `warnings` are added to. */
async function prepare(warnings) {
  const logger = warningLogger(warnings);
  const config = new ConfigFile(new FileSystemReader(), new FileSystemWriter());
  const entryPoints = getEntryPoints(await config.getAppHandlers());
  const resources = await config.getResources(['nativeUI']);
  return {
    entryPoints,
    resources,
    /** Answers the folder of the functions' files. */
    bundleFunctions: async () => {
      const bundler = getNodeBundler(logger, wrappers, config);
      return (await bundler.bundle({ appDirectory: process.cwd(), entryPoints })).outputDir;
    },
    /** Answers the folder of a resource's scripts. */
    bundleResource: async (resource) => {
      const { nativeUiBundlesDetails } = await new NativeUIBundler(logger).bundleResources([resource]);
      return nativeUiBundlesDetails[0].path;
    },
  };
}

/** Bundles the functions and each UI Kit resource of the manifest as a deployment would. */
async function check() {
  const warnings = [];
  const { entryPoints, resources, bundleFunctions, bundleResource } = await prepare(warnings);
  const errors = [await failure('functions', bundleFunctions)];
  for (const resource of resources)
    errors.push(await failure(`resource ${resource.key}`, () => bundleResource(resource)));
  for (const warning of warnings) console.warn(warning);
  const ui = resources.map(({ key }) => key).join(', ') || 'no UI resource';
  return { errors: errors.flat(), summary: `${entryPoints.length} function bundle, ${ui}` };
}

module.exports = { check, prepare };
