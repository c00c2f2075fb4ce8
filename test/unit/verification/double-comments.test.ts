import { AppError } from '../../../src/verification/app-error';
import { housekeeping } from '../../../src/verification/upkeep/housekeeping';
import { receiveEvent } from '../../../src/verification/ticket/receive-event';
import { sendLink } from '../../../src/verification/sending/send-link';
import { reconcile } from '../../../src/verification/ticket/reconcile';
import { aLink } from '../../support/builders';
import { jiraLostTheAnswer } from '../../support/fake-issues';
import { World } from '../../support/world';

const refused = () => new AppError('jira-refused');

let world: World;
beforeEach(async () => {
  world = new World();
  await sendLink(world, aLink());
});

describe('a comment that was posted again since its first try was nowhere to be seen', () => {
  beforeEach(async () => {
    await world.pass();
    world.issues.failures.push({ method: 'addComment', error: jiraLostTheAnswer() });
    await reconcile(world, '10001');
    world.advance(60_000);
    await reconcile(world, '10001');
  });

  /** What Jira took in at the first try appears after all. */
  function firstTryAppears(): void {
    const [comment] = world.issues.comments;
    if (comment) world.issues.post(comment);
  }

  async function looksAgain(): Promise<void> {
    world.advance(10 * 60_000);
    await housekeeping(world);
    expect(world.pushed.at(-1)).toBe('10001');
    await world.settle();
  }

  test('stands alone again once the first one has shown up', async () => {
    firstTryAppears();
    expect(world.issues.comments).toHaveLength(2);
    await looksAgain();
    expect(world.issues.comments.map(({ id }) => id)).toEqual(['1000']);
    expect(world.told()?.comment).toMatchObject({ state: 'done', ref: '1000' });
  });

  test('stands alone again although its outcome was overtaken, and the newer outcome is told at once', async () => {
    await receiveEvent(world, world.event('failed'));
    await reconcile(world, '10001');
    expect(world.told()).toMatchObject({ outcome: 'conflicting', comment: { state: 'done' } });
    firstTryAppears();
    await looksAgain();
    expect(world.issues.comments.map(({ mark }) => mark.outcome)).toEqual(['passed', 'conflicting']);
  });

  test('is left as it is where Jira does not let us look', async () => {
    world.issues.failures.push({ method: 'findComments', error: refused() });
    await looksAgain();
    expect(world.told()?.comment).toMatchObject({ state: 'done', ref: '1000' });
  });
});
