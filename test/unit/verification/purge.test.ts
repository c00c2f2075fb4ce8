import { eraseEmployee } from '../../../src/verification/upkeep/erase-employee';
import { housekeeping } from '../../../src/verification/upkeep/housekeeping';
import { sendLink } from '../../../src/verification/sending/send-link';
import { AppError } from '../../../src/verification/app-error';
import { aLink } from '../../support/builders';
import { World } from '../../support/world';

const DAY_MS = 24 * 60 * 60_000;

let world: World;
beforeEach(async () => {
  world = new World();
  await sendLink(world, aLink());
});

function kept(): string[] {
  return (['verification', 'ticket', 'employee'] as const).flatMap((entity) => world.store.keys(entity));
}

test('what is older than the retention is dropped, with its ticket’s and its employee’s records', async () => {
  world.advance(90 * DAY_MS);
  await housekeeping(world);
  expect(kept()).toHaveLength(3);
  world.advance(1);
  await housekeeping(world);
  expect(world.store.keys('verification')).toEqual([]);
  world.advance(60_000);
  await housekeeping(world);
  expect(kept()).toEqual([]);
});

test('a newer verification keeps ticket and employee', async () => {
  world.advance(60 * DAY_MS);
  await sendLink(world, aLink());
  world.advance(31 * DAY_MS);
  await housekeeping(world);
  expect(world.store.keys('verification')).toEqual(['session-2']);
  expect(world.ticket().current).toBe('session-2');
});

test('erasing an employee leaves nothing of that employee, and everybody else', async () => {
  await sendLink(
    world,
    aLink({
      subject: { email: 'grace@example.com', reporter: 'other' },
      issue: { id: '10002', key: 'HELP-2' },
    }),
  );
  await sendLink(world, aLink());
  expect(await eraseEmployee(world, 'ADA@example.com')).toEqual({ erased: 2, isDone: true });
  expect(world.store.keys('verification')).toEqual(['session-2']);
  expect(world.store.keys('ticket')).toEqual(['10002']);
  expect(JSON.stringify(world.employee('grace@example.com'))).toContain('session-2');
  expect(world.employee('ada@example.com')).toBeUndefined();
});

const mistyped = aLink({
  issue: { id: '10002', key: 'HELP-2' },
  subject: { email: 'adda@example.com', reporter: 'other' },
});

test.each(['employee-not-enrolled', 'in-doubt'] as const)(
  'what is kept of a link that did not go out (%s) is dropped like everything else',
  async (code) => {
    world.onRequest = () => {
      throw new AppError(code);
    };
    await expect(sendLink(world, mistyped)).rejects.toMatchObject({ code });
    await expect(sendLink(world, aLink())).rejects.toMatchObject({ code });
    world.advance(90 * DAY_MS);
    await housekeeping(world);
    expect(world.store.keys('ticket')).toContain('10002');
    world.advance(60_001);
    await housekeeping(world);
    expect(kept()).toEqual([]);
  },
);

test('what an agent asks for again is kept as long as anything new', async () => {
  world.onRequest = () => {
    throw new AppError('employee-not-enrolled');
  };
  await expect(sendLink(world, mistyped)).rejects.toThrow();
  world.advance(60 * DAY_MS);
  await expect(sendLink(world, mistyped)).rejects.toThrow();
  world.advance(31 * DAY_MS);
  await housekeeping(world);
  expect(world.store.keys('ticket')).toEqual(['10002']);
  expect(world.store.keys('employee')).toHaveLength(1);
});

describe('erasing an employee', () => {
  test('finds a link that the index does not list yet', async () => {
    world.store.isIndexBehind = true;
    expect(await eraseEmployee(world, 'ada@example.com')).toEqual({ erased: 1, isDone: true });
    expect(kept()).toEqual([]);
  });

  test('stops when its time is up, and goes on where it stopped', async () => {
    for (let links = 1; links < 5; links++) await sendLink(world, aLink());
    world.store.beforeCommit = () => {
      world.advance(5000);
    };
    expect(await eraseEmployee(world, 'ada@example.com')).toEqual({ erased: 3, isDone: false });
    expect(world.store.keys('verification')).toHaveLength(2);
    expect(await eraseEmployee(world, 'ada@example.com')).toEqual({ erased: 2, isDone: true });
    expect(kept()).toEqual([]);
  });

  test('erases a link, too, that goes out meanwhile', async () => {
    let isFirst = true;
    world.store.beforeCommit = async () => {
      if (!isFirst) return;
      isFirst = false;
      await sendLink(world, aLink());
      world.store.isIndexBehind = true;
    };
    expect(await eraseEmployee(world, 'ada@example.com')).toEqual({ erased: 2, isDone: true });
    expect(kept()).toEqual([]);
  });
});
