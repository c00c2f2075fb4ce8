import { parseArgs } from 'node:util';
import type { Latency } from './forge/faults';
import { CALL_TARGETS } from './journal';
import type { SiteOptions } from './local-site';

/** What `npm start -- --help` prints. */
export const usage = `Serves the local site: the app on an emulated Forge, with a Jira and an Incode.

  --app <folder>      the Forge app to host (default: this folder)
  --port <number>     where to serve it (default: 8080; 0 for any free port)
  --state <file>      keep what is stored in this file
  --empty             set nothing up
  --latency <list>    milliseconds for each call, for example jira=80,incode=300,kvs=8
  --forge-bundle      host what Forge's own bundler makes of the app (install it in test/forge-tooling)
  --help              this text
`;

/** The arguments cannot be understood; the message says which and what there is. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const LATENCY_TARGETS = [...CALL_TARGETS, 'incode'] as const;
const DEFAULT_PORT = 8080;

/**
 * Reads the command line, without the program's own name.
 * @throws UsageError
 */
export function parseOptions(argv: string[]): SiteOptions & { help: boolean } {
  const { app, port, state, empty, latency, help, ...more } = parse(argv);
  return {
    port: parsePort(port),
    empty: empty ?? false,
    interactive: true,
    help: help ?? false,
    ...(more['forge-bundle'] && { forgeBundle: true }),
    ...(app !== undefined && { app }),
    ...(state !== undefined && { state }),
    ...(latency !== undefined && { latency: parseLatency(latency) }),
  };
}

function parse(argv: string[]) {
  try {
    return parseArgs({
      args: argv,
      options: {
        app: { type: 'string' },
        port: { type: 'string' },
        state: { type: 'string' },
        empty: { type: 'boolean' },
        latency: { type: 'string' },
        'forge-bundle': { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`, {
      cause: error,
    });
  }
}

function parsePort(text: string | undefined): number {
  if (text === undefined) return DEFAULT_PORT;
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`--port is a number up to 65535, not ${text}`);
}

function parseLatency(text: string): Latency {
  const latency: Latency = {};
  for (const part of text.split(',')) {
    const [name, ms] = part.split('=');
    const target = LATENCY_TARGETS.find((each) => each === name);
    if (!target || !/^\d+$/.test(ms ?? '')) {
      throw new UsageError(
        `--latency is a list like jira=80,kvs=8 of ${LATENCY_TARGETS.join(', ')}; not ${part}`,
      );
    }
    latency[target] = Number(ms);
  }
  return latency;
}
