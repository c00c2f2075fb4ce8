import { count, UNIT } from './measure';
import { Desk } from './desk';
import { growthJobs } from './jobs';
import type { SiteSnapshot } from 'local-site/local-site';
import type { Counts } from './measure';

/** Verifications stored: on the ticket in question, and altogether. */
export interface Size {
  onTicket: number;
  inAll: number;
}

const SIZES: Size[] = [
  { onTicket: 1, inAll: 1 },
  { onTicket: 10, inAll: 10 },
  { onTicket: 1_000, inAll: 10_000 },
  { onTicket: 10_000, inAll: 100_000 },
];

export interface Grown {
  size: Size;
  /** By name of the job. */
  jobs: Record<string, Counts>;
}

/** What of a stored verification differs from one to the next. */
interface Row {
  issueId: string;
  requestedAt: string;
  employee: string;
  details: {
    interviewId: string;
    link: { requestedAt: number; employee: string; issue: { id: string; key: string } };
  };
}

/** Between two verifications: all of the largest size were asked for within the last seventy days. */
const PAUSE_MS = 60_000;

/** Counts the calls of jobs in installations of all sizes. */
export async function grow(sizes = SIZES): Promise<Grown[]> {
  const desk = await Desk.open(UNIT);
  const small = await withOneSettled(desk);
  const grown: Grown[] = [];
  for (const size of sizes) {
    const large = enlarged(small, size);
    const jobs: Grown['jobs'] = {};
    for (const job of growthJobs) {
      await desk.site.rewind(large, 1);
      jobs[job.name] = await count(desk, job);
    }
    grown.push({ size, jobs });
  }
  return grown;
}

/** The app itself makes the verification that all others are copies of. */
async function withOneSettled(desk: Desk): Promise<SiteSnapshot> {
  const session = await desk.awaits(desk.sendLink());
  await desk.awaits(desk.webhook('SESSION_SUCCEEDED', session));
  await desk.rest();
  return desk.site.snapshot();
}

function enlarged(small: SiteSnapshot, { onTicket, inAll }: Size): SiteSnapshot {
  const { kvs } = small.forge;
  const [original] = kvs.entities['verification'] ?? [];
  if (!original) throw new Error('The app has stored no verification.');
  const copies = Array.from({ length: inAll - 1 }, (_, i) => {
    const row = copyOf(original.value as Row, i + 1, i + 1 < onTicket);
    return { ...original, key: row.details.interviewId, value: row };
  });
  const entities = { ...kvs.entities, verification: [original, ...copies] };
  return { ...small, forge: { ...small.forge, kvs: { ...kvs, entities } } };
}

function copyOf(row: Row, number: number, isOnTicket: boolean): Row {
  const { link } = row.details;
  const requestedAt = link.requestedAt - number * PAUSE_MS;
  const issue = isOnTicket
    ? link.issue
    : { id: String(1_000_000 + number), key: `HELP-${1_000_000 + number}` };
  const employee = isOnTicket ? row.employee : `employee-${number}`;
  const interviewId = `copy-${number}`;
  return {
    ...row,
    issueId: issue.id,
    requestedAt: new Date(requestedAt).toISOString(),
    employee,
    details: { ...row.details, interviewId, link: { ...link, requestedAt, employee, issue } },
  };
}
