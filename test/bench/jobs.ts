import { callerCodeOf } from '../support/caller-code';
import { addGuards, GUARD } from '../support/guards';
import { OpenPanel } from './open-panel';
import type { Desk } from './desk';
import type { Floor } from './floors';
import { floors } from './floors';

/** A job that can begin. */
export interface Ready {
  /** Starts it, and answers a function that says whether it is over. */
  begin: () => () => boolean;
  /** Ends what was set up for it. */
  close?: () => void;
}

/** Something the app does, to be measured. */
export interface Job {
  name: JobName;
  /** The modules whose calls belong to it. */
  modules: string[];
  floor: Floor;
  /** Sets up the state that it starts from. */
  prepare: (desk: Desk) => Promise<Ready>;
}

export type JobName = keyof typeof floors;

const PANEL = 'identity-verification';
const PORTAL = 'identity-verification-portal';
const SIDE_BAR = 'identity-verification-status';
const SETTINGS = 'settings';
const WEBHOOK = 'incode-webhook';
const UPDATES = 'ticket-updates';
const GATE = 'identity-verified';
const ACT_SEND = 'send-verification-link';
const ACT_READ = 'get-identity-verification';
const HOUSEKEEPING = 'housekeeping';

const ISSUE = 'HELP-1';

/** How long the app waits for further events before it writes the issue's fields. */
const FIELD_PAUSE_MS = 3_000;

/** Each job in its usual case: the agent has sent before, the link has been opened, the employee passes. */
export const jobs: Job[] = [
  job('open the panel', [PANEL], async (desk) => {
    await opened(desk);
    return { begin: () => whenDone(desk.openPanel()) };
  }),
  job('open the side bar', [SIDE_BAR], async (desk) => {
    await opened(desk);
    return { begin: () => whenDone(desk.invoke({ functionKey: 'openContext', module: SIDE_BAR })) };
  }),
  job('open the settings', [SETTINGS], (desk) => {
    const open = { functionKey: 'openSettings', module: SETTINGS, as: 'admin' };
    return Promise.resolve({ begin: () => whenDone(desk.invoke(open)) });
  }),
  job('send, with a token at hand', [PANEL], async (desk) => {
    await desk.awaits(desk.sendLink());
    return { begin: () => whenDone(desk.sendLink()) };
  }),
  job('send, with a new token', [PANEL], (desk) =>
    Promise.resolve({ begin: () => whenDone(desk.sendLink()) }),
  ),
  job('webhook to acknowledgement', [WEBHOOK], async (desk) => {
    const session = await opened(desk);
    return { begin: () => whenDone(passes(desk, session)) };
  }),
  job('webhook to panel', [WEBHOOK, PANEL], async (desk) => {
    const session = await opened(desk);
    const panel = await OpenPanel.on(desk, ISSUE);
    return {
      begin: () => {
        void passes(desk, session);
        return () => panel.shown.includes('Verification passed');
      },
      close: () => panel.close(),
    };
  }),
  job('webhook to comment', [WEBHOOK, UPDATES], async (desk) => {
    const session = await opened(desk);
    return {
      begin: () => {
        void passes(desk, session);
        return () => desk.commentsOn(ISSUE).length > 0;
      },
    };
  }),
  job('webhook to ticket done', [WEBHOOK, UPDATES], async (desk) => {
    const session = await opened(desk);
    const before = desk.statusOf(ISSUE);
    return {
      begin: () => {
        void passes(desk, session);
        return () => desk.statusOf(ISSUE) !== before && desk.site.forge.isIdle();
      },
    };
  }),
  job('sent link to fields', [UPDATES], async (desk) => {
    await desk.awaits(desk.sendLink());
    await untilQueued(desk);
    return { begin: () => () => desk.fieldOf(ISSUE) !== null && desk.site.forge.isIdle() };
  }),
  job('open the portal', [PORTAL], async (desk) => {
    await opened(desk);
    const open = { functionKey: 'openPortal', module: PORTAL, as: 'customer' };
    return { begin: () => whenDone(desk.invoke(open)) };
  }),
  job('check the caller’s code', [PANEL], async (desk) => {
    const sessionId = await opened(desk);
    const { secrets } = desk.site.state() as { secrets: Record<string, unknown> };
    const payload = { sessionId, digits: callerCodeOf(secrets, sessionId).slice(0, 3) };
    return { begin: () => whenDone(desk.invoke({ functionKey: 'checkCode', payload })) };
  }),
  job('pass the gate', [GATE], async (desk) => {
    const session = await opened(desk);
    await desk.awaits(passes(desk, session));
    await desk.rest();
    await addGuards(desk.site.url, (request) => desk.site.fetch(request));
    return { begin: () => whenDone(makesGuardedTransition(desk)) };
  }),
  job('send a link by a rule', [ACT_SEND], async (desk) => {
    await desk.awaits(desk.sendLink('grace.hopper@example.com', 'HELP-2'));
    await desk.awaits(desk.actByRule(ACT_SEND, 'HELP-3'));
    return { begin: () => whenDone(desk.actByRule(ACT_SEND, ISSUE)) };
  }),
  job('read by a rule how it stands', [ACT_READ], async (desk) => {
    await opened(desk);
    return { begin: () => whenDone(desk.actByRule(ACT_READ, ISSUE)) };
  }),
];

/** Jobs whose calls must not grow with the number of verifications stored. */
export const growthJobs: Job[] = [
  ...jobs.filter(({ name }) =>
    ['open the panel', 'send, with a token at hand', 'webhook to acknowledgement'].includes(name),
  ),
  job('housekeeping, nothing due', [HOUSEKEEPING], (desk) =>
    Promise.resolve({ begin: () => whenDone(desk.post('/site/run/housekeeping', {})) }),
  ),
];

function job(name: JobName, modules: string[], prepare: Job['prepare']): Job {
  return { name, modules, floor: floors[name], prepare };
}

/** A link is out and the employee has opened it; answers the session. */
async function opened(desk: Desk): Promise<string> {
  const session = await desk.awaits(desk.sendLink());
  await desk.awaits(desk.webhook('SESSION_STARTED', session));
  await desk.rest();
  // What happens within a few seconds is written into the issue's fields together.
  await desk.site.scheduler.run(FIELD_PAUSE_MS);
  return session;
}

/** Runs the clock until the queue's latest event is due. */
function untilQueued({ site }: Desk): Promise<void> {
  const dueAt = Math.max(...site.forge.queue.snapshot().events.map((event) => event.dueAt));
  return site.scheduler.run(dueAt - site.clock.now());
}

function passes(desk: Desk, session: string): Promise<Response> {
  const about = { loginHint: 'ada.lovelace@example.com', identityId: '65f1c0ffee65f1c0ffee65f1' };
  return desk.webhook('SESSION_SUCCEEDED', session, about);
}

/** Has an agent make the transition that asks for a pass. @throws Error where it is refused */
async function makesGuardedTransition(desk: Desk): Promise<void> {
  const path = `/rest/api/3/issue/${ISSUE}/transitions`;
  const headers = { authorization: `Basic ${btoa('agent:agent')}` };
  const { transitions } = (await (
    await desk.site.fetch(new Request(desk.site.url + path, { headers }))
  ).json()) as {
    transitions: { id: string; name: string }[];
  };
  const id = transitions.find(({ name }) => name === GUARD)?.id;
  const { status } = await desk.post(path, { transition: { id } }, headers);
  if (status !== 204) throw new Error('The gate is closed');
}

/** Whether the work is done; throws what it fails with. */
function whenDone(work: Promise<unknown>): () => boolean {
  let end: 'good' | Error | undefined;
  work.then(
    () => (end = 'good'),
    (error: unknown) => (end = error as Error),
  );
  return () => {
    if (end instanceof Error) throw end;
    return end !== undefined;
  };
}
