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

/**
 * Forge's bundler without its check of types. For each resource, the check takes half of the time. The output is the
 * same, because `verbatimModuleSyntax` lets each file be compiled alone. `npm test` checks the types of all frontends
 * once, with the same compiler.
 */
class ResourceBundler extends NativeUIBundler {
  async getConfigs(args) {
    return (await super.getConfigs(args)).map(({ module, ...config }) => ({
      ...config,
      module: { ...module, rules: module.rules.map(withoutTypes) },
    }));
  }
}

function withoutTypes(rule) {
  return rule.loader === 'ts-loader' ? { ...rule, options: { transpileOnly: true } } : rule;
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
      const { nativeUiBundlesDetails } = await new ResourceBundler(logger).bundleResources([resource]);
      return nativeUiBundlesDetails[0].path;
    },
  };
}

module.exports = { prepare };
