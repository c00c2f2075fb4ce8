import { eraseEmployee } from '../../../src/verification/upkeep/administer';
import { housekeeping } from '../../../src/verification/upkeep/housekeeping';
import { sendLink } from '../../../src/verification/sending/send-link';
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
  expect(kept()).not.toEqual([]);
  world.advance(1);
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
  expect(await eraseEmployee(world, 'ADA@example.com')).toBe(2);
  expect(world.store.keys('verification')).toEqual(['session-2']);
  expect(world.store.keys('ticket')).toEqual(['10002']);
  expect(JSON.stringify(world.employee('grace@example.com'))).toContain('session-2');
  expect(world.employee('ada@example.com')).toBeUndefined();
});
