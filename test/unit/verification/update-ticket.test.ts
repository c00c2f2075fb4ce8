import { AppError } from '../../../src/verification/app-error';
import { receiveEvent } from '../../../src/verification/receive-event';
import { LEASE_MS } from '../../../src/verification/ticket-update';
import { sendLink } from '../../../src/verification/send-link';
import { updateTicket } from '../../../src/verification/update-ticket';
import { aLink } from '../../support/builders';
import { jiraLostTheAnswer } from '../../support/fake-issues';
import { World } from '../../support/world';

let world: World;
beforeEach(async () => {
  world = new World();
  await sendLink(world, aLink());
});

const busy = () => new AppError('jira-busy', { isRetryable: true, retryAfterSeconds: 120 });
const refused = () => new AppError('jira-refused', { reason: 'Field “Resolution” is required.' });

async function pass(): Promise<void> {
  await receiveEvent(world, world.event('succeeded', { identityId: 'identity-1' }));
}

function update(index = 0) {
  return world.verification().updates[index];
}

test('an outcome is told by one comment with both ids, and by the mapped status', async () => {
  await pass();
  await world.settle();
  expect(world.issues.comments).toHaveLength(1);
  const [comment] = world.issues.comments;
  expect(comment).toMatchObject({
    title: '✅ Verification passed',
    isInternal: true,
    body: 'text for passed',
  });
  expect(comment?.facts).toContainEqual({ label: 'Identity ID', value: 'identity-1' });
  expect(comment?.facts).toContainEqual({ label: 'Session ID', value: 'session-1' });
  expect(world.issues.statusId).toBe('3');
  expect(update()).toMatchObject({ comment: { state: 'done' }, transition: { state: 'done' } });
});

test('review, then passed: both are told, and the second moves on from where the first had moved the issue', async () => {
  await receiveEvent(world, world.event('pending-review'));
  await world.settle();
  expect(world.issues.statusId).toBe('5');
  await pass();
  await world.settle();
  expect(world.issues.comments.map(({ title }) => title)).toEqual([
    '⚠️ Manual review required',
    '✅ Verification passed',
  ]);
  expect(world.issues.statusId).toBe('3');
});

test('delivered twice, side by side or later, an outcome is told once', async () => {
  await pass();
  await Promise.all([updateTicket(world, 'session-1'), updateTicket(world, 'session-1')]);
  await world.settle();
  await updateTicket(world, 'session-1');
  expect(world.issues.comments).toHaveLength(1);
});

test('an outcome that no longer holds is not told', async () => {
  await pass();
  await receiveEvent(world, world.event('failed'));
  await world.settle();
  expect(update(0)).toMatchObject({ comment: { state: 'overtaken' }, transition: { state: 'overtaken' } });
  expect(world.issues.comments.map(({ title }) => title)).toEqual(['⚠️ Contradicting results']);
  expect(world.issues.statusId).toBe('1');
});

test('a comment whose answer was lost is looked for, a minute later, and not posted again', async () => {
  await pass();
  world.issues.failures.push({ method: 'addComment', error: jiraLostTheAnswer(), afterwards: true });
  await expect(updateTicket(world, 'session-1')).resolves.toEqual({ kind: 'later', afterSeconds: 60 });
  await world.settle();
  expect(world.issues.comments).toHaveLength(1);
  expect(update()).toMatchObject({ comment: { state: 'done', ref: '1000' }, transition: { state: 'done' } });
});

test('a comment that never arrived is posted at the next try', async () => {
  await pass();
  world.issues.failures.push({ method: 'addComment', error: jiraLostTheAnswer() });
  await world.settle();
  expect(world.issues.comments).toHaveLength(1);
});

test('a function that died after posting leaves a lease; whoever comes after it finds the comment', async () => {
  await pass();
  const { store } = world;
  let commits = 0;
  store.beforeCommit = () => {
    if (++commits === 2) throw new AppError('storage-unavailable');
  };
  await expect(updateTicket(world, 'session-1')).rejects.toMatchObject({ code: 'storage-unavailable' });
  store.beforeCommit = () => undefined;
  await expect(updateTicket(world, 'session-1')).resolves.toEqual({ kind: 'later', afterSeconds: 70 });
  await world.settle();
  expect(world.issues.comments).toHaveLength(1);
  expect(world.issues.statusId).toBe('3');
  expect(update()).toMatchObject({ comment: { state: 'done' }, transition: { state: 'done', ref: '3' } });
});

test('whoever outlives its lease does not overwrite what its successor wrote down', async () => {
  await pass();
  world.issues.meanwhile = async () => {
    world.advance(LEASE_MS);
    await world.settle();
  };
  await updateTicket(world, 'session-1');
  expect(update()).toMatchObject({ tries: 2, transition: { state: 'done', ref: '3' } });
});

test('a busy Jira is left alone for as long as it asks', async () => {
  await pass();
  world.issues.failures.push({ method: 'situation', error: busy() });
  await expect(updateTicket(world, 'session-1')).resolves.toEqual({ kind: 'later', afterSeconds: 120 });
  expect(update()).toMatchObject({ comment: { state: 'due' } });
  await world.settle();
  expect(world.issues.comments).toHaveLength(1);
});

test('a Jira that stays away is given up after a bounded number of tries, with the reason', async () => {
  await pass();
  for (let i = 0; i < 20; i++) world.issues.failures.push({ method: 'situation', error: busy() });
  await world.settle();
  expect(update()).toMatchObject({
    tries: 8,
    comment: { state: 'impossible', reason: 'gave-up' },
    transition: { state: 'impossible', reason: 'gave-up' },
  });
});

test('a transition whose answer was lost is seen to have been made', async () => {
  await pass();
  world.issues.failures.push({ method: 'transition', error: jiraLostTheAnswer(), afterwards: true });
  await world.settle();
  expect(world.issues.comments).toHaveLength(1);
  expect(update()).toMatchObject({ transition: { state: 'done', ref: '3' } });
  expect(world.ticket().statusId).toBe('3');
});

describe('review, overtaken by a pass', () => {
  test('after a move whose answer was lost: the pass moves the issue on from there', async () => {
    await receiveEvent(world, world.event('pending-review'));
    world.issues.failures.push({ method: 'transition', error: jiraLostTheAnswer(), afterwards: true });
    await updateTicket(world, 'session-1');
    expect(world.issues.statusId).toBe('5');
    await pass();
    await world.settle();
    expect(world.issues.statusId).toBe('3');
  });

  test('before anything was tried: where somebody has moved the issue there, it is left alone', async () => {
    await receiveEvent(world, world.event('pending-review'));
    world.issues.statusId = '5';
    await pass();
    await world.settle();
    expect(update(1)?.transition).toEqual({ state: 'left-alone', reason: 'moved-meanwhile' });
  });
});

test('a refused transition is recorded in Jira’s words, and the comment stands', async () => {
  await pass();
  world.issues.failures.push({ method: 'transition', error: refused() });
  await world.settle();
  expect(update()).toMatchObject({
    comment: { state: 'done' },
    transition: { state: 'impossible', reason: 'refused', detail: 'Field “Resolution” is required.' },
  });
});

test('a refused comment does not keep the status from being changed', async () => {
  await pass();
  world.issues.failures.push({ method: 'addComment', error: refused() });
  await world.settle();
  expect(update()).toMatchObject({ comment: { state: 'impossible' }, transition: { state: 'done' } });
});

test('an issue that is gone ends it', async () => {
  await pass();
  world.issues.failures.push({ method: 'situation', error: new AppError('not-found') });
  await world.settle();
  expect(update()).toMatchObject({ comment: { state: 'impossible', reason: 'issue-gone' } });
});

describe('the status is left alone', () => {
  async function transitionAfterPass() {
    await pass();
    await world.settle();
    return update()?.transition;
  }

  test('where somebody moved the issue meanwhile', async () => {
    world.issues.statusId = '4';
    expect(await transitionAfterPass()).toEqual({ state: 'left-alone', reason: 'moved-meanwhile' });
    expect(world.issues.statusId).toBe('4');
  });

  test('where the issue is done', async () => {
    world.issues.isDone = true;
    expect(await transitionAfterPass()).toEqual({ state: 'left-alone', reason: 'already-done-status' });
  });

  test('where nothing is mapped', async () => {
    delete world.targets['passed'];
    expect(await transitionAfterPass()).toEqual({ state: 'left-alone', reason: 'no-mapping' });
  });

  test('where it already is the mapped one', async () => {
    world.targets['passed'] = { id: '1', name: 'Waiting for support' };
    expect(await transitionAfterPass()).toEqual({ state: 'left-alone', reason: 'already-there' });
  });

  test('where the workflow has no way there', async () => {
    world.targets['passed'] = { id: '99', name: 'Nowhere' };
    expect(await transitionAfterPass()).toEqual({ state: 'impossible', reason: 'no-such-transition' });
  });

  test('where the status has another id by now, its name leads there', async () => {
    world.targets['passed'] = { id: '99', name: 'In Progress' };
    expect(await transitionAfterPass()).toMatchObject({ state: 'done', ref: '3' });
  });
});

test('a demo result moves no ticket unless that is set, and says DEMO', async () => {
  world = new World();
  world.environment = 'demo';
  await sendLink(world, aLink());
  await pass();
  await world.settle();
  expect(update()?.transition).toEqual({ state: 'left-alone', reason: 'demo' });
  expect(world.issues.comments[0]?.title).toBe('✅ Verification passed (DEMO)');
});
