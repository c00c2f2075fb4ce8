const { existsSync, mkdtempSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join, relative, resolve } = require('node:path');
const process = require('node:process');
const { ConfigFile, FileSystemReader, FileSystemWriter, NullLogger } = require('@forge/cli-shared');
const { PermissionLinter, getClientSideLintersOnly, lint, parseSourceFile } = require('@forge/lint');

/** The official description of Jira's REST API, where it lies beside the project. */
const jiraDescription = resolve(__dirname, '../../../shared/contracts/jira-openapi.json');

/** Feature flags of Atlassian's; the linters ask for this one list only, and offline there is none. */
const statsig = { getDeprecatedRuntimes: () => Promise.resolve([]) };

/** The permission linter downloads what it is not given. */
function usesLocalDescriptions() {
  if (!existsSync(jiraDescription)) return false;
  const none = join(mkdtempSync(join(tmpdir(), 'forge-lint-')), 'none.json');
  writeFileSync(none, JSON.stringify({ paths: {} }));
  for (const product of ['JSM', 'JSW', 'CONF', 'CONF_V2', 'BB'])
    process.env[`LOCAL_${product}_SWAGGER`] = none;
  process.env.LOCAL_JIRA_SWAGGER = jiraDescription;
  process.env.USE_LOCAL_SWAGGER = '1';
  return true;
}

function describe(file, findings) {
  return findings.map(
    ({ class: level, message, line, column }) =>
      `${relative('.', file)}:${line}:${column} ${level}: ${message}`,
  );
}

/** Like `forge lint`, this reads only what the root tsconfig includes, and says nothing of the rest: so count. */
function countingParser() {
  const counter = { files: 0 };
  const parseFunction = (file, parser) => {
    counter.files += 1;
    return parseSourceFile(file, parser);
  };
  return { counter, parseFunction };
}

/** Atlassian's linters over the functions' sources. Warnings count as errors: an app can do without. */
async function check() {
  const reader = new FileSystemReader();
  const manifest = await new ConfigFile(reader, new FileSystemWriter()).readConfig();
  const withPermissions = usesLocalDescriptions();
  const all = await getClientSideLintersOnly(manifest, 'development', NullLogger, statsig);
  const linters = all.filter((linter) => withPermissions || !(linter instanceof PermissionLinter));
  const { counter, parseFunction } = countingParser();
  const files = await reader.recursiveReadDir('src');
  const results = await lint(files, manifest, 'development', NullLogger, statsig, { linters, parseFunction });
  const errors = results.flatMap(({ file, errors, warnings, approvals }) =>
    describe(file, [...errors, ...warnings, ...approvals]),
  );
  if (counter.files === 0) errors.push('The root tsconfig includes no source file.');
  const permissions = withPermissions
    ? 'permissions included'
    : 'without permissions (no description of Jira here)';
  return { errors, summary: `${linters.length} linters over ${counter.files} files, ${permissions}` };
}

module.exports = { check };
