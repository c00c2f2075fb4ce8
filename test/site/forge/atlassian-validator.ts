import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import path from 'node:path';

const PROGRAM = path.join(__dirname, 'atlassian-validation.cjs');

interface Answer {
  id: number;
  errors?: unknown;
  failure?: string;
}

interface Waiting {
  resolve: (errors: unknown) => void;
  reject: (error: Error) => void;
}

/** How long the program stays for the next one. */
const IDLE_MS = 5000;

let program: ChildProcess | undefined;
let ending: NodeJS.Timeout | undefined;
let lastId = 0;
const waiting = new Map<number, Waiting>();

/**
 * What Atlassian's validation finds in the manifest of an app's folder. The program that does it stays a while for
 * the next one, and keeps nobody from ending.
 */
export function validation(folder: string): Promise<unknown> {
  program ??= start();
  const id = ++lastId;
  const answer = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }));
  holdOn(program);
  program.send({ id, folder });
  return answer;
}

function start(): ChildProcess {
  const started = fork(PROGRAM, { execArgv: [] });
  started.on('message', ({ id, errors, failure }: Answer) => {
    const caller = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) letGo(started);
    if (failure === undefined) caller?.resolve(errors);
    else caller?.reject(new Error(failure));
  });
  started.on('exit', (status) => {
    if (program !== started) return;
    program = undefined;
    const error = new Error(`Atlassian's validation ended with ${String(status)}`);
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  });
  return started;
}

/** Keeps this process alive as long as an answer is awaited, and no longer. */
function holdOn(child: ChildProcess): void {
  clearTimeout(ending);
  child.ref();
  child.channel?.ref();
}

function letGo(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
  ending = setTimeout(() => {
    program = undefined;
    child.kill();
  }, IDLE_MS).unref();
}
