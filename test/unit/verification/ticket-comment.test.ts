import { AppError } from '../../../src/verification/app-error';
import { receiveEvent } from '../../../src/verification/ticket/receive-event';
import { sendLink } from '../../../src/verification/sending/send-link';
import { aLink } from '../../support/builders';
import { jiraLostTheAnswer } from '../../support/fake-issues';
import { World } from '../../support/world';

let world: World;
beforeEach(async () => {
  world = new World();
  await sendLink(world, aLink());
});

describe('an internal note', () => {
  test('that Jira shows to customers is taken back, and the project is commented no more', async () => {
    world.issues.doesMakePublic = true;
    await world.pass();
    await world.settle();
    expect(world.issues.comments).toEqual([]);
    expect(world.told()).toMatchObject({
      comment: { state: 'impossible', reason: 'made-public' },
      transition: { state: 'done' },
    });
    expect(world.stopped).toEqual([{ id: '10000', key: 'HELP', at: world.time }]);
  });

  test.each([[undefined], [jiraLostTheAnswer()], [new AppError('jira-busy', { isRetryable: true })]])(
    'of which Jira says only later who reads it is looked at again, and posted once (%s)',
    async (error) => {
      world.issues.doesTellAtOnce = false;
      if (error) world.issues.failures.push({ method: 'findComments', error });
      await world.pass();
      await world.settle();
      expect(world.issues.comments).toHaveLength(1);
      world.issues.doesMakePublic = true;
      if (error) world.issues.failures.push({ method: 'findComments', error });
      await receiveEvent(world, world.event('failed'));
      await world.settle();
      expect(world.told()?.comment).toMatchObject({ state: 'impossible', reason: 'made-public' });
      expect(world.issues.comments).toHaveLength(1);
    },
  );

  test('that Jira shows to customers is taken back even where its answer was lost', async () => {
    world.issues.doesMakePublic = true;
    world.issues.failures.push({ method: 'addComment', error: jiraLostTheAnswer(), afterwards: true });
    await world.pass();
    await world.settle();
    expect(world.issues.comments).toEqual([]);
    expect(world.told()?.comment).toMatchObject({ state: 'impossible', reason: 'made-public' });
  });

  test.each([
    ['cannot be reached', jiraLostTheAnswer()],
    ['has too much to do', new AppError('jira-busy', { isRetryable: true })],
  ])('that could not be taken back since Jira %s is taken back later', async (_, error) => {
    world.issues.doesMakePublic = true;
    world.issues.failures.push({ method: 'removeComment', error });
    await world.pass();
    await world.settle();
    expect(world.issues.comments).toEqual([]);
    expect(world.told()?.comment).toMatchObject({ state: 'impossible', reason: 'made-public' });
  });

  test('that Jira does not let us take back is said to be public still', async () => {
    world.issues.doesMakePublic = true;
    world.issues.failures.push({
      method: 'removeComment',
      error: new AppError('jira-refused', { reason: 'No permission.' }),
    });
    await world.pass();
    await world.settle();
    expect(world.told()?.comment).toEqual({
      state: 'impossible',
      reason: 'still-public',
      detail: 'No permission.',
    });
    expect(world.stopped).toHaveLength(1);
  });

  test('is not written where comments are stopped, until somebody resumes them', async () => {
    world.stopped = [{ id: '10000', key: 'HELP', at: 0 }];
    await receiveEvent(world, world.event('pending-review'));
    await world.settle();
    expect(world.told()?.comment).toEqual({ state: 'impossible', reason: 'project-stopped' });
    world.stopped = [];
    await world.pass();
    await world.settle();
    expect(world.told()?.comment).toMatchObject({ state: 'done' });
  });

  test('is not written outside of service projects, where everybody would read it', async () => {
    world.issues.isServiceProject = false;
    await world.pass();
    await world.settle();
    expect(world.told()?.comment).toEqual({ state: 'impossible', reason: 'not-a-service-project' });
    expect(world.issues.comments).toEqual([]);
  });
});

test('a typed destination, its reason, and a subject who is not the reporter stand in the comment', async () => {
  await sendLink(
    world,
    aLink({
      subject: { email: 'ada@example.com', reporter: 'other' },
      delivery: { method: 'sms', maskedDestination: '+1 ••• 0123', source: 'typed', reason: 'new phone' },
    }),
  );
  await receiveEvent(world, world.event('succeeded', { interviewId: 'session-2' }));
  await world.settle();
  const facts = world.issues.comments[0]?.facts.map(({ value }) => value);
  expect(facts).toContain('+1 ••• 0123 by SMS, entered by the agent: new phone');
  expect(facts).toContain('The employee is not the reporter of this request.');
});
