import { AppError } from '../../../src/verification/app-error';
import { sendLink } from '../../../src/verification/sending/send-link';
import { reconcile } from '../../../src/verification/ticket/reconcile';
import { tryAgain } from '../../../src/verification/ticket/try-again';
import { aLink } from '../../support/builders';
import { jiraLostTheAnswer } from '../../support/fake-issues';
import { World } from '../../support/world';

const OF_SESSION_1 = { issueId: '10001', interviewId: 'session-1' };

let world: World;
beforeEach(async () => {
  world = new World();
  await sendLink(world, aLink());
});

const busy = () => new AppError('jira-busy', { isRetryable: true });
const titles = () => world.issues.comments.map(({ title }) => title);

test('trying again after a comment was given up that had been posted, posts no second one', async () => {
  await world.pass();
  world.issues.failures.push({ method: 'addComment', error: jiraLostTheAnswer(), afterwards: true });
  await reconcile(world, '10001');
  for (let i = 0; i < 200; i++) world.issues.failures.push({ method: 'situation', error: busy() });
  await world.settle();
  expect(world.told()?.comment).toMatchObject({ state: 'impossible', reason: 'gave-up' });
  world.issues.failures.length = 0;
  await tryAgain(world, OF_SESSION_1);
  await world.settle();
  expect(titles()).toEqual(['✅ Verification passed']);
});

test('trying again leaves whoever is telling the ticket right now alone', async () => {
  await world.pass();
  let during: unknown;
  world.issues.during.transition = async () => {
    await tryAgain(world, OF_SESSION_1);
    during = await reconcile(world, '10001');
  };
  await reconcile(world, '10001');
  expect(during).toMatchObject({ kind: 'later' });
  await world.settle();
  expect(titles()).toEqual(['✅ Verification passed']);
});

test('trying again holds for what a run does not do that is under way', async () => {
  await world.pass();
  world.identityFields.failures.push({ error: busy() });
  world.issues.failures.push({ method: 'addComment', error: new AppError('jira-refused') });
  await reconcile(world, '10001');
  expect(world.told()?.comment.state).toBe('impossible');
  world.advance(60_000);
  world.identityFields.during = () => tryAgain(world, OF_SESSION_1);
  await reconcile(world, '10001');
  world.identityFields.during = () => undefined;
  await world.settle();
  expect(titles()).toEqual(['✅ Verification passed']);
  expect(world.identityFields.values).toMatchObject({ state: 'Passed' });
});

test('trying again is for what the ticket was told last only', async () => {
  await expect(tryAgain(world, OF_SESSION_1)).rejects.toMatchObject({ code: 'not-found' });
});
