import { makeResolver } from '@forge/resolver';

/** A resolver that knows one thing. */
export const run = makeResolver<{ ping: () => string }>({ ping: () => 'pong' });
