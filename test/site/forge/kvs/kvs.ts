import { Hono } from 'hono';
import type { Context } from 'hono';
import { z } from 'zod';
import { queryEntity } from './entity-query';
import { badRequest, KvsError } from './errors';
import { checkPage, checkTogether } from './limits';
import {
  batchDeleteRequest,
  batchGetRequest,
  batchSetRequest,
  deleteRequest,
  entityQueryRequest,
  getRequest,
  queryRequest,
  setRequest,
  transactionRequest,
} from './requests';
import type { MetadataFields } from './requests';
import type { Store } from './store';
import type { Entry } from './table';
import { transact } from './transaction';

/**
 * The key-value store as `@forge/kvs` calls it.
 * @see https://developer.atlassian.com/platform/forge/storage-reference/kvs-api/
 */
export function createKvsApi(store: Store, changed: () => void): Hono {
  const api = new Hono();
  for (const prefix of ['', '/secret', '/entity'] as const) addKeyRoutes(api, store, prefix, changed);
  addQueryRoutes(api, store);
  addBatchRoutes(api, store, changed);
  api.post('/api/v1/transaction', async (c) => {
    transact(store, await read(c, transactionRequest));
    changed();
    return c.body(null, 204);
  });
  api.notFound((c) => c.json({ code: 'NOT_FOUND', message: `No such operation: ${c.req.path}` }, 404));
  api.onError((error, c) => {
    if (!(error instanceof KvsError)) throw error;
    return c.json({ code: error.code, message: error.message }, error.status);
  });
  return api;
}

function addKeyRoutes(
  api: Hono,
  store: Store,
  prefix: '' | '/secret' | '/entity',
  changed: () => void,
): void {
  const secret = prefix === '/secret';
  api.post(`/api/v1${prefix}/get`, async (c) => {
    const request = forPrefix(prefix, await read(c, getRequest));
    return c.json(view(store.get(request, secret), request.options?.metadataFields));
  });
  api.post(`/api/v1${prefix}/set`, async (c) => {
    const request = forPrefix(prefix, await read(c, setRequest));
    const { previous, latest } = store.set(request, secret);
    changed();
    const { returnValue, returnMetadataFields } = request.options ?? {};
    const returned = returnValue && (returnValue === 'PREVIOUS' ? previous : latest);
    return returned ? c.json(view(returned, returnMetadataFields)) : c.body(null, 204);
  });
  api.post(`/api/v1${prefix}/delete`, async (c) => {
    store.delete(forPrefix(prefix, await read(c, deleteRequest)), secret);
    changed();
    return c.body(null, 204);
  });
}

function addQueryRoutes(api: Hono, store: Store): void {
  api.post('/api/v1/query', async (c) => {
    const query = await read(c, queryRequest);
    checkPage(query.limit, 'LIST_QUERY_LIMIT_EXCEEDED');
    return c.json(page(store.query(query), query.options?.metadataFields));
  });
  api.post('/api/v1/entity/query', async (c) => {
    const query = await read(c, entityQueryRequest);
    checkPage(query.limit, 'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE');
    const seen = store.table(query).seenByQuery();
    return c.json(page(queryEntity(store.entities, seen, query), query.options?.metadataFields));
  });
}

function addBatchRoutes(api: Hono, store: Store, changed: () => void): void {
  api.post('/api/v1/batch/get', async (c) => {
    const requests = await read(c, batchGetRequest);
    return c.json(
      each(store, requests, (request) => view(store.get(request), request.options?.metadataFields)),
    );
  });
  api.post('/api/v1/batch/set', async (c) => {
    const outcome = each(store, await read(c, batchSetRequest), (request) => {
      store.set(request);
      return undefined;
    });
    changed();
    return c.json(outcome);
  });
  api.post('/api/v1/batch/delete', async (c) => {
    const outcome = each(store, await read(c, batchDeleteRequest), (request) => {
      store.delete(request);
      return undefined;
    });
    changed();
    return c.json(outcome);
  });
}

async function read<Schema extends z.ZodType>(c: Context, schema: Schema): Promise<z.output<Schema>> {
  const body: unknown = await c.req.json();
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw badRequest(z.prettifyError(parsed.error));
  return parsed.data;
}

function forPrefix<Request extends { entityName?: string | undefined }>(
  prefix: string,
  request: Request,
): Request {
  if ((prefix === '/entity') !== (request.entityName !== undefined))
    throw badRequest('entityName is for entities, and only for them');
  return request;
}

function view(entry: Entry, fields: MetadataFields = []): object {
  return {
    key: entry.key,
    value: entry.value,
    ...(fields.includes('CREATED_AT') && { createdAt: entry.createdAt }),
    ...(fields.includes('UPDATED_AT') && { updatedAt: entry.updatedAt }),
    ...(fields.includes('EXPIRE_TIME') &&
      entry.expireAt && { expireTime: new Date(entry.expireAt).toISOString() }),
  };
}

function page(
  { entries, cursor }: { entries: Entry[]; cursor?: string },
  fields: MetadataFields | undefined,
): object {
  return { data: entries.map((entry) => view(entry, fields)), ...(cursor !== undefined && { cursor }) };
}

/**
 * A batch is no transaction: each item succeeds or fails by itself.
 * @throws KvsError for a batch that is refused as a whole
 * @see https://developer.atlassian.com/platform/forge/storage-reference/entities-batch/
 */
function each<Item extends { key: string; entityName?: string | undefined }>(
  { switches }: Store,
  items: Item[],
  perform: (item: Item) => object | undefined,
): object {
  checkTogether(items, items);
  const successfulKeys: object[] = [];
  const failedKeys: object[] = [];
  for (const item of items) {
    const { key, entityName } = item;
    try {
      successfulKeys.push({ key, entityName, ...perform(item) });
    } catch (error) {
      if (!(error instanceof KvsError)) throw error;
      const code = error.code === 'KEY_NOT_FOUND' ? switches.missingInBatch : error.code;
      failedKeys.push({ key, entityName, error: { code, message: error.message } });
    }
  }
  return { successfulKeys, failedKeys };
}
