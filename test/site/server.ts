import { createAdaptorServer } from '@hono/node-server';
import type { HttpBindings } from '@hono/node-server';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Longer than clients keep a connection idle, so that the server never closes one that is being used again. */
const KEEP_ALIVE_MS = 10 * 60_000;

/** What a `Request` does not tell: names and values of the headers in turn, the names as they were sent. */
export interface Arrival {
  rawHeaders?: string[];
}

export type Serve = (request: Request, arrival: Arrival) => Response | Promise<Response>;

/** Another program listens on the port; the message says so. */
export class PortInUseError extends Error {
  override readonly name = 'PortInUseError';
}

export interface Listening {
  server: Server;
  port: number;
  close(): Promise<void>;
}

/**
 * Serves HTTP to this machine only.
 * @throws PortInUseError
 */
export async function listen(port: number, serve: Serve): Promise<Listening> {
  const server = createAdaptorServer({
    fetch: (request, env) => serve(request, { rawHeaders: (env as HttpBindings).incoming.rawHeaders }),
    overrideGlobalObjects: false,
  }) as Server;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new PortInUseError(`Port ${port} is in use: choose another with --port.`)
          : error,
      );
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    server,
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
