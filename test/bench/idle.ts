import { Desk } from './desk';
import { OpenPanel } from './open-panel';
import type { Latency } from 'local-site/forge/faults';

/** Less than a link's validity: the panel waits all the time. */
const MINUTES = 8;

/** How often a panel that waits for a result calls the app's functions, a minute. */
export async function idleInvocations(latency: Latency, canListen: boolean): Promise<number> {
  const desk = await Desk.open(latency);
  await desk.awaits(desk.sendLink());
  const panel = await OpenPanel.on(desk, 'HELP-1', { canListen });
  const before = panel.invocations;
  await desk.run(MINUTES * 60_000);
  panel.close();
  return (panel.invocations - before) / MINUTES;
}
