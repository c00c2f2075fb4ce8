import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** How long changes are gathered before they are written. */
const GATHER_MS = 300;

/** Keeps what is stored on the site in a file. */
export class StateFile {
  private readonly file: string;
  private readonly snapshot: () => unknown;
  private waiting: NodeJS.Timeout | undefined;

  constructor(file: string, snapshot: () => unknown) {
    this.file = file;
    this.snapshot = snapshot;
  }

  /** What was kept last; `undefined` where nothing is. */
  read(): unknown {
    return existsSync(this.file) ? JSON.parse(readFileSync(this.file, 'utf8')) : undefined;
  }

  saveSoon(): void {
    this.waiting ??= setTimeout(() => {
      this.save();
    }, GATHER_MS);
  }

  save(): void {
    clearTimeout(this.waiting);
    this.waiting = undefined;
    mkdirSync(path.dirname(path.resolve(this.file)), { recursive: true });
    // Written aside and renamed, so that a crash leaves the older state whole.
    writeFileSync(`${this.file}.new`, JSON.stringify(this.snapshot()));
    renameSync(`${this.file}.new`, this.file);
  }
}
