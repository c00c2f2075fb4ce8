import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';

interface LintedFile {
  filePath: string;
  messages: { ruleId: string | null; line: number }[];
}

/** A rule that is broken, and where in the file. */
export interface Breach {
  rule: string;
  line: number;
}

const root = resolve(__dirname, '../..');
const configs = [
  ...['eslint.config.mjs', 'tsconfig.json', 'src/frontend/tsconfig.json', 'test/tsconfig.json'],
  ...['package.json', 'test/site/package.json'],
];

function lay(folder: string, files: Map<string, string>): void {
  for (const config of configs) cpSync(join(root, config), join(folder, config));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  for (const [file, code] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), code);
  }
}

function lint(folder: string): Map<string, Breach[]> {
  const eslint = join(root, 'node_modules/eslint/bin/eslint.js');
  const { stdout, stderr } = spawnSync(process.execPath, [eslint, '--format=json', 'src', 'test'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (stdout === '') throw new Error(stderr);
  return new Map(
    (JSON.parse(stdout) as LintedFile[]).map(({ filePath, messages }) => [
      relative(folder, filePath).replaceAll('\\', '/'),
      messages.map(({ ruleId, line }) => ({ rule: ruleId ?? 'parser', line })),
    ]),
  );
}

/**
 * What the project's lint configuration says of a project that holds nothing but `files` (path → code): what
 * each file breaks. Real files, because both cycles and types are found on the disk only.
 */
export function breachesIn(files: Map<string, string>): Map<string, Breach[]> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'linted-copy-')));
  try {
    lay(folder, files);
    return lint(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
