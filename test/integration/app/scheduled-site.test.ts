import path from 'node:path';
import { setUpDemo } from '../../demo/set-up';
import { createSite } from 'local-site/scheduled-site';
import type { ScheduledSite } from 'local-site/scheduled-site';

const THIS_APP = path.resolve(__dirname, '../../..');

/** This project's app on a site of its own, set up as the demo. */
function startDesk(randomSeed = 0): Promise<ScheduledSite> {
  return createSite({
    app: THIS_APP,
    randomSeed,
    seed: (starting) => setUpDemo(starting.url, (request) => starting.fetch(request)),
  });
}

function post(desk: ScheduledSite, to: string, body: object): Promise<Response> {
  return desk.fetch(
    new Request(desk.url + to, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
}

/** Agents send a link at the same time, and the employee passes by the link that went out. */
async function sendAndPass(desk: ScheduledSite, agents: string[]): Promise<void> {
  const payload = { email: 'ada.lovelace@example.com', method: 'sms', phone: '+14155550123' };
  const at = { module: 'identity-verification', issue: 'HELP-1', functionKey: 'sendLink', payload };
  await desk.scheduler.until(Promise.all(agents.map((as) => post(desk, '/site/invoke', { ...at, as }))));
  const { pathname } = new URL(desk.incode.state().messages[0]?.link ?? '');
  await desk.scheduler.until(post(desk, `${pathname}/open`, {}));
  await desk.scheduler.until(post(desk, `${pathname}/finish`, { outcome: 'pass' }));
  await desk.scheduler.runUntilIdle();
}

describe('this project’s app on a scheduled site', () => {
  let desk: ScheduledSite;
  beforeAll(async () => {
    desk = await startDesk();
  });

  it('sends one link where two agents want to, and tells the ticket of the pass, whatever the order', async () => {
    const ready = desk.snapshot();
    for (let seed = 0; seed < 10; seed++) {
      await desk.rewind(ready, seed);
      await sendAndPass(desk, ['agent', 'agent2']);
      expect(desk.incode.state().sessions).toHaveLength(1);
      const issue = desk.jira.state().issues.find(({ key }) => key === 'HELP-1');
      expect([issue?.comments.length, issue?.status.name]).toEqual([1, 'In Progress']);
    }
  });

  it('gives Incode its ids, secrets and tokens by the seed: two sites of one seed end up the same', async () => {
    const ending = async (randomSeed: number) => {
      const seeded = await startDesk(randomSeed);
      await sendAndPass(seeded, ['agent']);
      return seeded.snapshot();
    };
    const [one, again, other] = [await ending(5), await ending(5), await ending(6)];
    expect(again).toEqual(one);
    expect(other.incode).not.toEqual(one.incode);
  });
});
