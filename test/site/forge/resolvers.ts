import { extensionOf, functionContext, resolverContext } from './context';
import type { Opening } from './context';
import type { Functions } from './functions';
import type { Installation } from './invocation';
import { messageOf } from './realm';

/** The result of the bridge's `invoke()`: its value, or the message of the error that it throws. */
export type InvokeAnswer = { value: unknown } | { error: { message: string } };

/** @see https://developer.atlassian.com/platform/forge/platform-quotas-and-limits/ */
const MAX_REQUEST_BYTES = 500 * 1024;
const MAX_ANSWER_BYTES = 5 * 1024 * 1024;

export interface ResolverCall {
  opening: Opening;
  functionKey: string;
  payload: unknown;
}

/** Calls the resolver of the module that somebody has open, in the name of that user. */
export async function callResolver(
  functions: Functions,
  installation: Installation,
  siteUrl: string,
  { opening, functionKey, payload }: ResolverCall,
): Promise<InvokeAnswer> {
  const { module, user } = opening;
  if (module.resolver === undefined) return failure('The module has no resolver');
  if (sizeOf(payload) > MAX_REQUEST_BYTES) return failure('The payload is larger than 500 KB');
  const run = {
    functionKey: module.resolver,
    moduleKey: module.key,
    moduleType: module.type,
    user,
    extension: extensionOf(opening),
  };
  const request = {
    call: { functionKey, payload },
    context: resolverContext(opening, installation, siteUrl),
  };
  try {
    const value = await functions.run(run, [request, functionContext(installation, user)]);
    return sizeOf(value) > MAX_ANSWER_BYTES ? failure('The answer is larger than 5 MB') : { value };
  } catch (error) {
    return failure(messageOf(error));
  }
}

/** The cloud's bridge puts these words before a function's own (observed). */
function failure(message: string): InvokeAnswer {
  return { error: { message: `There was an error invoking the function - ${message}` } };
}

function sizeOf(value: unknown): number {
  return value === undefined ? 0 : Buffer.byteLength(JSON.stringify(value));
}
