/**
 * `node cold-start-child.cjs <bundle> <call>`: loads a bundle of functions in this new process, calls its function
 * once, and prints what that took. The platform around it answers at once, and always the same.
 */
const process = require('node:process');
const { performance } = require('node:perf_hooks');

const answers = {
  '/api/v1/batch/get': ({ requests }) => ({ successfulKeys: [], failedKeys: requests.map(missing) }),
  '/api/v1/entity/query': () => ({ data: [] }),
  '/rest/api/3/mypermissions': () => ({
    permissions: { SERVICEDESK_AGENT: { havePermission: true }, ADD_COMMENTS: { havePermission: true } },
  }),
  '/rest/api/3/issue/10101': () => ({
    id: '10101',
    key: 'HELP-1',
    fields: { project: { id: '1' }, status: { id: '1' }, reporter: { displayName: 'Ada Lovelace' } },
    schema: {},
  }),
  '/': () => ({
    data: { ecosystem: { signRealtimeToken: { success: true, errors: [], forgeRealtimeToken: {} } } },
  }),
};

function missing({ key, entityName }) {
  return { key, entityName, error: { code: 'KEY_NOT_FOUND', message: '' } };
}

async function answer(_target, path, init = {}) {
  const { pathname } = new URL(path, 'http://forge.invalid');
  const body = typeof init.body === 'string' ? JSON.parse(init.body) : {};
  return new globalThis.Response(JSON.stringify(answers[pathname]({ requests: body.requests ?? body })), {
    headers: { 'content-type': 'application/json' },
  });
}

async function main(bundle, call) {
  global.__forge_fetch__ = answer;
  global.__forge_runtime__ = { appContext: {}, proxy: {}, tracing: {}, metrics: {}, aaid: 'agent' };
  const { functionKey, handler, context } = JSON.parse(call);
  // Forge's own runtime has done that before it loads an app.
  await answer(undefined, '/api/v1/entity/query');
  const begun = performance.now();
  const app = require(bundle);
  const loaded = performance.now();
  const result = await app.index[handler](
    { call: { functionKey, payload: {} }, context },
    { principal: { accountId: 'agent' } },
  );
  const answered = performance.now();
  if (result.ok === false) throw new Error(`The function refuses: ${result.error.code}`);
  const { rss, heapUsed } = process.memoryUsage();
  console.log(
    JSON.stringify({
      result,
      loadMs: loaded - begun,
      ownMs: answered - begun,
      processMs: answered,
      rss,
      heapUsed,
    }),
  );
}

main(process.argv[2], process.argv[3]);
