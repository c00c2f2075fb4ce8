import { AppError } from '../../../src/verification/app-error';
import { liftLimit } from '../../../src/verification/upkeep/administer';
import { sendLink } from '../../../src/verification/sending/send-link';
import { aLink } from '../../support/builders';
import { World } from '../../support/world';

const DAY_MS = 24 * 60 * 60_000;

let world: World;
let people = 0;
beforeEach(() => {
  world = new World();
  people = 0;
});

/** A link to somebody new, from a request that has had none, unless changed. */
function aFreshLink(changes: Parameters<typeof aLink>[0] = {}) {
  people++;
  return aLink({
    issue: { id: String(20000 + people), key: `HELP-${people}` },
    subject: { email: `employee${people}@example.com`, reporter: 'other' },
    ...changes,
  });
}

const HELP_1 = { id: '10001', key: 'HELP-1' };
const ada = { email: 'ada@example.com', reporter: 'other' } as const;

test('a request takes so many links a day', async () => {
  world.sending.limits.perTicket = 2;
  for (let i = 0; i < 2; i++) await sendLink(world, aFreshLink({ issue: HELP_1 }));
  await expect(sendLink(world, aFreshLink({ issue: HELP_1 }))).rejects.toMatchObject({
    code: 'limit-reached',
    values: { whose: 'ticket', most: 2, freeAt: world.time + DAY_MS },
  });
  world.advance(DAY_MS);
  await expect(sendLink(world, aFreshLink({ issue: HELP_1 }))).resolves.toMatchObject({
    interviewId: 'session-3',
    link: { issue: HELP_1, requestedAt: world.time },
  });
});

test('after a limit was lowered the next link may be sent once all but so few links are a day old', async () => {
  for (let i = 0; i < 3; i++) {
    await sendLink(world, aFreshLink({ issue: HELP_1 }));
    world.advance(60_000);
  }
  world.sending.limits.perTicket = 2;
  await expect(sendLink(world, aFreshLink({ issue: HELP_1 }))).rejects.toMatchObject({
    values: { freeAt: world.time - 2 * 60_000 + DAY_MS },
  });
});

test('an employee is sent so many links a day, from whichever request', async () => {
  world.sending.limits.perEmployee = 2;
  for (let i = 0; i < 2; i++) {
    await sendLink(world, aFreshLink({ subject: ada }));
    world.advance(600_000);
  }
  await expect(sendLink(world, aFreshLink({ subject: ada }))).rejects.toMatchObject({
    values: { whose: 'employee', most: 2 },
  });
});

test('an agent sends so many links a day, to whomever', async () => {
  world.sending.limits.perAgent = 2;
  for (let i = 0; i < 2; i++) await sendLink(world, aFreshLink());
  await expect(sendLink(world, aFreshLink())).rejects.toMatchObject({ values: { whose: 'agent', most: 2 } });
  await expect(sendLink(world, aFreshLink({ requestedBy: 'other' }))).resolves.toMatchObject({
    interviewId: 'session-3',
    link: { requestedBy: 'other' },
  });
});

test('what Incode refuses counts for the agent alone', async () => {
  world.sending.limits = { perTicket: 1, perEmployee: 1, perAgent: 2, coolDownSeconds: 0 };
  world.onRequest = () => {
    throw new AppError('employee-not-enrolled');
  };
  await expect(sendLink(world, aLink())).rejects.toMatchObject({ code: 'employee-not-enrolled' });
  await expect(sendLink(world, aLink())).rejects.toMatchObject({ code: 'employee-not-enrolled' });
  await expect(sendLink(world, aLink())).rejects.toMatchObject({ values: { whose: 'agent' } });
});

test('what may have left counts for the request, too', async () => {
  world.sending.limits = { perTicket: 1, perEmployee: 9, perAgent: 9, coolDownSeconds: 0 };
  world.onRequest = () => {
    throw new AppError('in-doubt');
  };
  await expect(sendLink(world, aLink())).rejects.toMatchObject({ code: 'in-doubt' });
  await expect(sendLink(world, aLink())).rejects.toMatchObject({ values: { whose: 'ticket' } });
});

test('a refused link leaves Incode alone', async () => {
  world.sending.limits.perTicket = 0;
  world.sending.limits.perAgent = 1;
  await sendLink(world, aFreshLink());
  await expect(sendLink(world, aFreshLink())).rejects.toThrow();
  expect(world.requests).toHaveLength(1);
});

test('while a link is live, the next one to the same employee waits for the cool-down', async () => {
  world.sending.limits.coolDownSeconds = 60;
  await sendLink(world, aLink());
  await expect(sendLink(world, aLink())).rejects.toMatchObject({
    code: 'cooling-down',
    values: { endsAt: world.time + 60_000 },
  });
  world.advance(60_000);
  await expect(sendLink(world, aLink())).resolves.toMatchObject({ interviewId: 'session-2' });
});

test.each([
  ['ticket', '10001'],
  ['employee', 'ada@example.com'],
  ['agent', 'agent-account'],
] as const)('an administrator can lift the limit of one %s', async (whose, name) => {
  world.sending.limits = { perTicket: 9, perEmployee: 9, perAgent: 9, coolDownSeconds: 0 };
  const limit = { ticket: 'perTicket', employee: 'perEmployee', agent: 'perAgent' } as const;
  world.sending.limits[limit[whose]] = 1;
  await sendLink(world, aLink());
  await expect(sendLink(world, aLink())).rejects.toMatchObject({ values: { whose } });
  await liftLimit(world, { whose, name });
  await expect(sendLink(world, aLink())).resolves.toMatchObject({ interviewId: 'session-2' });
});
