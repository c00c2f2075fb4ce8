/** What an app calls, by the names of the log, of faults and of `--latency`. */
export const CALL_TARGETS = ['jira', 'kvs', 'secret', 'queue', 'realtime', 'graphql', 'egress'] as const;

/** One call of an app to its platform, as `GET /site/log` shows it. */
export interface PlatformCall {
  at: string;
  invocation: string;
  module: string;
  target: (typeof CALL_TARGETS)[number];
  method: string;
  path: string;
  status: number;
  ms: number;
}

/** One line that an app wrote with `console`. */
export interface AppLogLine {
  at: string;
  level: 'debug' | 'info' | 'warn' | 'error';
  text: string;
}

const KEPT = 20_000;

/** What happened on the site since it started or was reset, oldest first. */
export class Journal {
  readonly calls: PlatformCall[] = [];
  readonly app: AppLogLine[] = [];

  recordCall(call: PlatformCall): void {
    append(this.calls, call);
  }

  recordAppLine(line: AppLogLine): void {
    append(this.app, line);
  }

  clear(): void {
    this.calls.length = 0;
    this.app.length = 0;
  }
}

function append<T>(list: T[], entry: T): void {
  list.push(entry);
  if (list.length > KEPT) list.splice(0, list.length - KEPT);
}
