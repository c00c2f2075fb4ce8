import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');

/** A mistake that somebody could make: a piece of a source file, and what stands there instead. */
export interface Mutation {
  name: string;
  file: string;
  piece: string;
  instead: string;
}

/** What the chaos test has to find. */
export const MUTATIONS: readonly Mutation[] = [
  {
    name: 'writes whatever others wrote in between',
    file: 'src/storage/entity.ts',
    piece: "new Filter<Row<unknown>>().and('rev', FilterConditions.equalTo(rev))",
    instead: "new Filter<Row<unknown>>().and('rev', FilterConditions.greaterThan(0))",
  },
  {
    name: 'posts a comment again without looking for it',
    file: 'src/verification/take-comment-step.ts',
    piece: "const mayExist = update.comment.state === 'attempted';",
    instead: "const mayExist = false; (update.comment as { state: string }).state = 'due';",
  },
  {
    name: 'takes no lease',
    file: 'src/verification/update-ticket.ts',
    piece: 'dueAt: now + LEASE_MS,',
    instead: 'dueAt: now,',
  },
  {
    name: 'tells of an outcome that no longer holds',
    file: 'src/verification/update-ticket.ts',
    piece: 'const holds = work.verification.state === work.update.outcome;',
    instead: 'const holds = true as boolean;',
  },
  {
    name: 'lets a superseded link verify',
    file: 'src/verification/states.ts',
    piece: 'superseded: {},',
    instead: 'superseded: whileOpen,',
  },
  {
    name: 'leaves the older link alive',
    file: 'src/verification/accept-link.ts',
    piece: '...replacement(ports, older),',
    instead: '...replacement(ports, undefined),',
  },
  {
    name: 'does not compare for whom a verdict is',
    file: 'src/verification/verification.ts',
    piece: 'isAddress(loginHint) &&\n    normalizeEmail(loginHint)',
    instead: '(false as boolean) &&\n    normalizeEmail(loginHint)',
  },
  {
    name: 'takes the first verdict for the last word',
    file: 'src/verification/states.ts',
    piece: "    failed: 'contradicted',\n    'foreign-verdict': 'mismatch',\n  },\n  failed: {",
    instead: "    'foreign-verdict': 'mismatch',\n  },\n  failed: {",
  },
  {
    name: 'forgets events that came before the link was saved',
    file: 'src/verification/accept-link.ts',
    piece: 'events.map(async',
    instead: 'events.slice(0, 0).map(async',
  },
  {
    name: 'takes an event for recorded that could not be written',
    file: 'src/functions/incode-webhook.ts',
    piece: 'return reply(503);',
    instead: 'return reply(200);',
  },
  {
    name: 'takes an event for written although somebody else was quicker',
    file: 'src/verification/receive-event.ts',
    piece:
      'if (!(await ports.store.commit([ports.store.verifications.change(stored, changed)]))) return undefined;',
    instead: 'await ports.store.commit([ports.store.verifications.change(stored, changed)]);',
  },
  {
    name: 'sends a link while another request has one out for the employee',
    file: 'src/verification/claim-sending.ts',
    piece: 'if (older.issue.id !== claim.issue.id) {',
    instead: 'if (false as boolean) {',
  },
  {
    name: 'never looks again for a comment that shows up late',
    file: 'src/verification/take-comment-step.ts',
    piece: "const state = comment.state === 'attempted' ? 'posted' : 'done';",
    instead: "const state = 'done';",
  },
  {
    name: 'overrules a person who moved the request',
    file: 'src/verification/plan-transition.ts',
    piece: 'if (!isAsWeLeftIt) return',
    instead: 'if (!isAsWeLeftIt && (false as boolean)) return',
  },
  {
    name: 'forgets where it moved the request',
    file: 'src/verification/update-ticket.ts',
    piece: 'statusId: moved.toStatusId, movedAt: clock.now()',
    instead: 'movedAt: clock.now()',
  },
  {
    name: 'never drives on what is due',
    file: 'src/verification/housekeeping.ts',
    piece: 'if (value.updates.some((update) => !isSettled(update))) await queue.push([value.interviewId]);',
    instead: '',
  },
];

/** Whether the piece stands in its file exactly once. */
export function fits({ file, piece }: Mutation): boolean {
  return readFileSync(path.join(ROOT, file), 'utf8').split(piece).length === 2;
}

/**
 * Makes a copy of the app with a mutation; answers its folder and how to remove it.
 */
export function mutatedApp({ file, piece, instead }: Mutation): { app: string; remove: () => void } {
  const app = mkdtempSync(path.join(tmpdir(), 'mutated-app-'));
  for (const part of ['manifest.yml', 'package.json', 'tsconfig.json', 'src', 'static']) {
    cpSync(path.join(ROOT, part), path.join(app, part), { recursive: true });
  }
  const text = readFileSync(path.join(app, file), 'utf8');
  writeFileSync(
    path.join(app, file),
    text.replace(piece, () => instead),
  );
  return { app, remove: () => rmSync(app, { recursive: true, force: true }) };
}
