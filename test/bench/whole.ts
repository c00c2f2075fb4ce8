import { Desk } from './desk';
import { countByTarget } from './measure';
import { OpenPanel } from './open-panel';
import type { Latency } from 'local-site/forge/faults';
import type { PlatformCall } from 'local-site/journal';

/** What one verification takes from the opening of the request to its end. */
export interface Whole {
  invocations: number;
  /** Of these, those that a user's browser asks for. */
  byUsers: number;
  calls: Record<string, number>;
  /** Requests to the store, secrets included, that read, and that write. */
  reads: number;
  writes: number;
}

const ISSUE = 'HELP-1';
const MINUTE_MS = 60_000;
const WRITING = ['/set', '/delete', '/transaction'];
/** What the clock starts, whether or not anybody is verified. */
const SCHEDULES = ['housekeeping', 'report-accounts'];

/**
 * An agent opens a request, whose panel and side bar then stay open for five minutes, and sends a link; the employee
 * opens it after a minute, passes after two, and the ticket is told.
 */
export async function wholeVerification(latency: Latency): Promise<Whole> {
  const desk = await Desk.open(latency);
  await desk.awaits(desk.sendLink('grace.hopper@example.com', 'HELP-2'));
  await desk.rest();
  const first = desk.calls.length;
  const panels = [
    await OpenPanel.on(desk, ISSUE),
    await OpenPanel.on(desk, ISSUE, { module: 'identity-verification-status' }),
  ];
  const session = await desk.awaits(desk.sendLink());
  await desk.run(MINUTE_MS);
  await desk.awaits(desk.webhook('SESSION_STARTED', session));
  await desk.run(MINUTE_MS);
  await desk.awaits(desk.webhook('SESSION_SUCCEEDED', session, { identityId: '65f1c0ffee65f1c0ffee65f1' }));
  await desk.run(3 * MINUTE_MS);
  for (const panel of panels) panel.close();
  return wholeOf(desk.calls.slice(first).filter(({ module }) => !SCHEDULES.includes(module)));
}

function wholeOf(calls: PlatformCall[]): Whole {
  const stored = calls.filter(({ target }) => target === 'kvs' || target === 'secret');
  const writes = stored.filter(({ path }) => WRITING.some((end) => path.endsWith(end))).length;
  const modules = new Map(calls.map(({ invocation, module }) => [invocation, module]));
  const byUsers = [...modules.values()].filter((module) => module.startsWith('identity-verification')).length;
  return {
    invocations: modules.size,
    byUsers,
    calls: countByTarget(calls),
    reads: stored.length - writes,
    writes,
  };
}
