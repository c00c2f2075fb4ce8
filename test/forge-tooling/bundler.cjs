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

/** Bundles the functions and each UI Kit resource of the manifest as a deployment would. */
async function check() {
  const warnings = [];
  const logger = warningLogger(warnings);
  const config = new ConfigFile(new FileSystemReader(), new FileSystemWriter());
  const entryPoints = getEntryPoints(await config.getAppHandlers());
  const resources = await config.getResources(['nativeUI']);
  const errors = [
    await failure('functions', () =>
      getNodeBundler(logger, wrappers, config).bundle({ appDirectory: process.cwd(), entryPoints }),
    ),
  ];
  for (const resource of resources) {
    errors.push(
      await failure(`resource ${resource.key}`, () =>
        new NativeUIBundler(logger).bundleResources([resource]),
      ),
    );
  }
  for (const warning of warnings) console.warn(warning);
  const ui = resources.map(({ key }) => key).join(', ') || 'no UI resource';
  return { errors: errors.flat(), summary: `${entryPoints.length} function bundle, ${ui}` };
}

module.exports = { check };
