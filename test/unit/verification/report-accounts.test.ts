import { reportAccounts } from '../../../src/verification/upkeep/report-accounts';
import { eraseEmployee } from '../../../src/verification/upkeep/erase-employee';
import { sendLink } from '../../../src/verification/sending/send-link';
import { aLink } from '../../support/builders';
import { World } from '../../support/world';

const WEEK_MS = 7 * 24 * 60 * 60_000;

let world: World;
let reported: string[][];
let closed: string[];
let forgotten: string[];
let administrators: string[];
beforeEach(async () => {
  world = new World();
  [reported, closed, forgotten, administrators] = [[], [], [], []];
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
    namedElsewhere: () => Promise.resolve(new Set(administrators)),
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

test('a reporter who was verified is reported, too, and forgotten when the account was closed', async () => {
  const subject = { email: 'ada@example.com', reporter: 'reporter', reporterAccountId: 'ada' } as const;
  const { interviewId } = await sendLink(world, aLink({ subject }));
  world.advance(WEEK_MS);
  closed = ['ada'];
  await report();
  expect(reported).toEqual([['ada', 'agent-account']]);
  expect(world.store.keys('account')).toEqual(['agent-account']);
  const { link } = world.verification(interviewId);
  expect(link.subject).toEqual({ email: 'ada@example.com', reporter: 'reporter' });
  expect(link.requestedBy).toBe('agent-account');
});

test('an account that nothing names any more is dropped instead', async () => {
  for (const admin of ['admin', 'former-admin']) {
    await world.store.accounts.create(admin, { sends: [], reportedAt: 0 });
  }
  administrators = ['admin'];
  await eraseEmployee(world, 'ada@example.com');
  world.advance(WEEK_MS);
  await report();
  expect(reported).toEqual([['admin']]);
  expect(world.store.keys('account')).toEqual(['admin']);
});

test('an account that has sent links within the last day is kept, for its limit', async () => {
  await eraseEmployee(world, 'ada@example.com');
  const account = await world.store.accounts.load('agent-account');
  if (!account) throw new Error('There is no account');
  await world.store.commit([world.store.accounts.change(account, { ...account.value, reportedAt: 0 })]);
  await report();
  expect(world.store.keys('account')).toEqual(['agent-account']);
});

test('the id of a reporter that could not be remembered for reporting is not kept with the link', async () => {
  const subject = { email: 'ada@example.com', reporter: 'reporter', reporterAccountId: 'ada' } as const;
  const create = world.store.accounts.create.bind(world.store.accounts);
  world.store.accounts.create = (key, value) =>
    key === 'ada' ? Promise.reject(new Error('storage is away')) : create(key, value);
  const { link } = await sendLink(world, aLink({ subject }));
  expect(link.subject).toEqual({ email: 'ada@example.com', reporter: 'reporter' });
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
