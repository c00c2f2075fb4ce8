import { Desk } from './desk';
import { guardWaysTo } from '../support/guards';
import { checkLoad } from './load-check';
import { watchPortals } from './load-portals';
import { deliver, webhooksOf } from './load-webhooks';
import { USUAL } from './measure';
import { percentile } from './times';
import { SeededRandomness } from 'local-site/random';
import type { Watched } from './load-portals';
import type { Delivered, InFlight, Verdict } from './load-webhooks';

/** How much comes at once. */
export interface LoadSize {
  verifications: number;
  webhooks: number;
  /** Over how long the webhooks arrive, in milliseconds. */
  burstMs: number;
  /** Requests a minute that Jira allows each account. */
  jiraPerMinute: number;
  /** How many of the requests their reporters have open in the portal. */
  portals: number;
}

/** Times are seconds, unless their name says milliseconds. */
export interface LoadReport extends LoadSize {
  /** What is wrong in the end; nothing, if the app is right. */
  wrong: string[];
  /** How many attempts were answered with each status. */
  statuses: Record<string, number>;
  /** How long an attempt took that was acknowledged. */
  acknowledgedMs: Spread;
  /** From a webhook's first attempt until it was acknowledged. */
  accepted: Spread;
  /** From the beginning of the burst until a ticket was commented. */
  commented: Spread;
  /** Acknowledged webhooks for each second of the burst, and commented tickets until the last one. */
  throughput: { webhooks: number; tickets: number };
  /** What became of the portals' questions. */
  watched: Watched;
  /** What it took in this process. */
  realSeconds: number;
  rssMB: number;
}

interface Spread {
  p50: number;
  p99: number;
  most: number;
}

const REQUEST_TYPE = 'customfield_10010';
/** Between two links. */
const SEND_PAUSE_MS = 200;
/** Incode has given up by then, and housekeeping has come by often enough. */
const REST_MS = 3 * 3_600_000;
/** How long a portal's page stays open. */
const WATCH_MS = 10 * 60_000;
const VERDICTS: Verdict[] = ['SESSION_SUCCEEDED', 'SESSION_FAILED', 'SESSION_PENDING_REVIEW'];

/**
 * Has as many verifications under way, each of a request that a rule is for and whose pass has a validator to go
 * through, and all their webhooks arrive at once; waits for the end, and looks at it.
 */
export async function load(size: LoadSize): Promise<LoadReport> {
  const startedAt = performance.now();
  const desk = await Desk.open(USUAL);
  const inFlight = await sendAll(desk, size.verifications);
  await desk.run(60_000);
  desk.site.jira.setSwitches({ requestsPerMinute: size.jiraPerMinute });
  const burstAt = desk.now;
  const webhooks = webhooksOf(inFlight, size.webhooks, new SeededRandomness(size.webhooks));
  const open = inFlight.slice(0, size.portals).map(({ issue }) => issue);
  const watching = watchPortals(desk, open, WATCH_MS);
  const delivered = await desk.awaits(
    Promise.all(webhooks.map((webhook, i) => deliver(desk, webhook, (i * size.burstMs) / webhooks.length))),
  );
  await desk.run(REST_MS);
  desk.site.jira.setSwitches({ requestsPerMinute: null });
  const watched = await watching;
  const { wrong, commentedAt } = await checkLoad(desk, inFlight);
  return {
    ...size,
    ...figuresOf(delivered, spreadOf(commentedAt.map((at) => (at - burstAt) / 1000)), size),
    wrong: [...wrong, ...givenUp(delivered)],
    watched,
    realSeconds: (performance.now() - startedAt) / 1000,
    rssMB: process.memoryUsage.rss() / 1e6,
  };
}

/** A link from each of as many new requests, each for another employee. */
async function sendAll(desk: Desk, count: number): Promise<InFlight[]> {
  await setUp(desk);
  const inFlight: InFlight[] = [];
  for (let i = 0; i < count; i++) {
    const issue = await newIssue(desk, i);
    const email = `employee${1000 + i}@example.com`;
    const session = await desk.awaits(desk.sendLink(email, issue));
    inFlight.push({ issue, email, session, verdict: VERDICTS[i % VERDICTS.length] ?? 'SESSION_SUCCEEDED' });
    await desk.run(SEND_PAUSE_MS);
  }
  return inFlight;
}

/** A rule for all requests: a pass about the person that the agent named counts. */
const RULES = {
  1: { name: 'All', projectId: '10000', requestTypes: null, passCountsMinutes: 60, about: 'named' },
};

/** Lets one agent send a thousand links a day, each valid as long as it may be; makes a rule, with its validator on the way of a pass. */
async function setUp(desk: Desk): Promise<void> {
  const page = { module: 'settings', as: 'admin' };
  const settings = await desk.awaits(
    desk.invoke<{ limits: object }>({ ...page, functionKey: 'openSettings' }),
  );
  const payload = {
    ...settings,
    ...{ apiKey: '', clientId: '', clientSecret: '' },
    limits: { ...settings.limits, perAgent: 1000 },
    linkValidityMinutes: 60,
    rules: RULES,
  };
  await desk.awaits(desk.invoke({ ...page, functionKey: 'saveSettings', payload }));
  await guardWaysTo('In Progress', desk.site.url, (request) => desk.site.fetch(request));
}

/** A request that its reporter can open in the portal. */
async function newIssue(desk: Desk, number: number): Promise<string> {
  const fields = {
    project: { key: 'HELP' },
    issuetype: { id: '10005' },
    summary: `Request ${number}`,
    reporter: { id: desk.site.jira.accountId('customer') },
    [REQUEST_TYPE]: '11',
  };
  const authorization = `Basic ${Buffer.from('admin:admin').toString('base64')}`;
  const created = await desk.post('/rest/api/3/issue', { fields }, { authorization });
  return ((await created.json()) as { key: string }).key;
}

function figuresOf(delivered: Delivered[], commented: Spread, { burstMs, verifications }: LoadSize) {
  const statuses: Record<string, number> = {};
  for (const status of delivered.flatMap((each) => each.statuses))
    statuses[status] = (statuses[status] ?? 0) + 1;
  const accepted = delivered.flatMap(({ acceptedAfterMs }) => acceptedAfterMs ?? []);
  const atOnce = delivered.filter(({ statuses: [first] }) => first === 200).length;
  return {
    statuses,
    acknowledgedMs: spreadOf(delivered.map(({ acknowledgedMs }) => acknowledgedMs)),
    accepted: spreadOf(accepted.map((ms) => ms / 1000)),
    commented,
    throughput: { webhooks: (atOnce * 1000) / burstMs, tickets: verifications / commented.most },
  };
}

function givenUp(delivered: Delivered[]): string[] {
  const lost = delivered.filter(({ acceptedAfterMs }) => acceptedAfterMs === undefined).length;
  return lost > 0 ? [`${lost} webhooks were never acknowledged`] : [];
}

function spreadOf(values: number[]): Spread {
  return { p50: percentile(values, 50), p99: percentile(values, 99), most: percentile(values, 100) };
}
