import { reportAccounts } from '../../../src/verification/upkeep/report-accounts';
import { sendLink } from '../../../src/verification/sending/send-link';
import { aLink } from '../../support/builders';
import { World } from '../../support/world';

const WEEK_MS = 7 * 24 * 60 * 60_000;

let world: World;
let reported: string[][];
let closed: string[];
let forgotten: string[];
beforeEach(async () => {
  world = new World();
  [reported, closed, forgotten] = [[], [], []];
  await sendLink(world, aLink());
});

function report(): Promise<void> {
  return reportAccounts({
    store: world.store,
    clock: world.clock,
    accountReports: {
      report: (accountIds) => {
        reported.push(accountIds);
        return Promise.resolve(closed);
      },
    },
    forgetElsewhere: (accountId) => {
      forgotten.push(accountId);
      return Promise.resolve();
    },
  });
}

test('each account that is kept is reported within seven days, again and again', async () => {
  for (let day = 0; day < 21; day++) {
    await report();
    world.advance(WEEK_MS / 7);
  }
  expect(reported).toEqual([['agent-account'], ['agent-account']]);
});

test('a closed account is forgotten everywhere', async () => {
  closed = ['agent-account'];
  world.advance(WEEK_MS);
  await report();
  expect(world.verification().link.requestedBy).toBe('');
  expect(world.store.keys('account')).toEqual([]);
  expect(forgotten).toEqual(['agent-account']);
});

test('more accounts than one page holds are all reported in one run', async () => {
  for (const requestedBy of ['a', 'b', 'c', 'd']) await sendLink(world, aLink({ requestedBy }));
  world.advance(WEEK_MS);
  await report();
  expect(reported.flat().sort()).toEqual(['a', 'agent-account', 'b', 'c', 'd']);
});

test('what there is no time for is reported by the next run', async () => {
  for (const requestedBy of ['a', 'b', 'c', 'd']) await sendLink(world, aLink({ requestedBy }));
  world.advance(WEEK_MS);
  world.store.beforeCommit = () => {
    world.advance(15_000);
  };
  await report();
  expect(reported).toHaveLength(1);
  world.store.beforeCommit = () => undefined;
  await report();
  expect(new Set(reported.flat()).size).toBe(5);
});

test('a closed account is forgotten in more verifications than one page holds', async () => {
  for (let links = 0; links < 4; links++) await sendLink(world, aLink());
  closed = ['agent-account'];
  world.advance(WEEK_MS);
  await report();
  const by = world.store.keys('verification').map((id) => world.verification(id).link.requestedBy);
  expect(by).toEqual(['', '', '', '', '']);
  expect(world.store.keys('account')).toEqual([]);
});
