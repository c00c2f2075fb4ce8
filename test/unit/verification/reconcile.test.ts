import { AppError } from '../../../src/verification/app-error';
import { receiveEvent } from '../../../src/verification/ticket/receive-event';
import { LEASE_MS } from '../../../src/verification/ticket/retry-rules';
import { sendLink } from '../../../src/verification/sending/send-link';
import { reconcile } from '../../../src/verification/ticket/reconcile';
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

test('an outcome is told by one comment with both ids, and by the mapped status', async () => {
  await world.pass();
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
  expect(world.told()).toMatchObject({ comment: { state: 'done' }, transition: { state: 'done' } });
});

test('review, then passed: both are told, and the second moves on from where the first had moved the issue', async () => {
  await receiveEvent(world, world.event('pending-review'));
  await world.settle();
  expect(world.issues.statusId).toBe('5');
  await world.pass();
  await world.settle();
  expect(world.issues.comments.map(({ title }) => title)).toEqual([
    '⚠️ Manual review required',
    '✅ Verification passed',
  ]);
  expect(world.issues.statusId).toBe('3');
});

test('delivered twice, side by side or later, an outcome is told once', async () => {
  await world.pass();
  await Promise.all([reconcile(world, '10001'), reconcile(world, '10001')]);
  await world.settle();
  await reconcile(world, '10001');
  expect(world.issues.comments).toHaveLength(1);
});

test('an outcome that no longer holds is not told', async () => {
  await world.pass();
  await receiveEvent(world, world.event('failed'));
  await world.settle();
  expect(world.issues.comments.map(({ title }) => title)).toEqual(['⚠️ Conflicting results']);
  expect(world.issues.statusId).toBe('1');
});

test('a comment whose answer was lost is looked for, a minute later, and not posted again', async () => {
  await world.pass();
  world.issues.failures.push({ method: 'addComment', error: jiraLostTheAnswer(), afterwards: true });
  await expect(reconcile(world, '10001')).resolves.toEqual({ kind: 'later', afterSeconds: 60 });
  await world.settle();
  expect(world.issues.comments).toHaveLength(1);
  expect(world.told()).toMatchObject({
    comment: { state: 'posted', ref: '1000' },
    transition: { state: 'done' },
  });
});

test('a comment that never arrived is posted at the next try', async () => {
  await world.pass();
  world.issues.failures.push({ method: 'addComment', error: jiraLostTheAnswer() });
  await world.settle();
  expect(world.issues.comments).toHaveLength(1);
});

test('a function that died after posting leaves a lease; whoever comes after it finds the comment', async () => {
  await world.pass();
  const { store } = world;
  let commits = 0;
  store.beforeCommit = () => {
    if (++commits === 2) throw new AppError('storage-unavailable');
  };
  await expect(reconcile(world, '10001')).rejects.toMatchObject({ code: 'storage-unavailable' });
  store.beforeCommit = () => undefined;
  await expect(reconcile(world, '10001')).resolves.toEqual({ kind: 'later', afterSeconds: 70 });
  await world.settle();
  expect(world.issues.comments).toHaveLength(1);
  expect(world.issues.statusId).toBe('3');
  expect(world.told()).toMatchObject({
    comment: { state: 'posted' },
    transition: { state: 'done', ref: '3' },
  });
});

test('whoever outlives its lease does not overwrite what its successor wrote down', async () => {
  await world.pass();
  world.issues.meanwhile = async () => {
    world.advance(LEASE_MS);
    await world.settle();
  };
  await reconcile(world, '10001');
  expect(world.told()).toMatchObject({ tries: 2, transition: { state: 'done', ref: '3' } });
});

test('a busy Jira is left alone for as long as it asks', async () => {
  await world.pass();
  world.issues.failures.push({ method: 'situation', error: busy() });
  await expect(reconcile(world, '10001')).resolves.toEqual({ kind: 'later', afterSeconds: 120 });
  expect(world.told()).toMatchObject({ comment: { state: 'due' } });
  await world.settle();
  expect(world.issues.comments).toHaveLength(1);
});

test('a Jira that stays away for a day is given up, with the reason', async () => {
  await world.pass();
  for (let i = 0; i < 200; i++) world.issues.failures.push({ method: 'situation', error: busy() });
  const before = world.time;
  await world.settle();
  expect(world.time - before).toBeGreaterThanOrEqual(24 * 60 * 60_000);
  expect(world.told()).toMatchObject({
    comment: { state: 'impossible', reason: 'gave-up' },
    transition: { state: 'impossible', reason: 'gave-up' },
  });
});

test('a transition whose answer was lost is seen to have been made', async () => {
  await world.pass();
  world.issues.failures.push({ method: 'transition', error: jiraLostTheAnswer(), afterwards: true });
  await world.settle();
  expect(world.issues.comments).toHaveLength(1);
  expect(world.told()).toMatchObject({ transition: { state: 'done', ref: '3' } });
  expect(world.ticket().seen?.id).toBe('3');
});

test('a refused transition is recorded in Jira’s words, and the comment stands', async () => {
  await world.pass();
  world.issues.failures.push({ method: 'transition', error: refused() });
  await world.settle();
  expect(world.told()).toMatchObject({
    comment: { state: 'done' },
    transition: { state: 'impossible', reason: 'refused', detail: 'Field “Resolution” is required.' },
  });
});

test('a refused comment does not keep the status from being changed', async () => {
  await world.pass();
  world.issues.failures.push({ method: 'addComment', error: refused() });
  await world.settle();
  expect(world.told()).toMatchObject({ comment: { state: 'impossible' }, transition: { state: 'done' } });
});

test('a mistake of our own that ends a run for good is answered, for the log; a refusal is not', async () => {
  const mistake = new AppError('unexpected', { cause: new TypeError('not a function') });
  world.issues.failures.push({ method: 'addComment', error: mistake });
  world.issues.failures.push({ method: 'transition', error: refused() });
  await world.pass();
  await expect(reconcile(world, '10001')).resolves.toEqual({ kind: 'settled', failure: mistake });
  expect(world.told()).toMatchObject({
    comment: { state: 'impossible' },
    transition: { state: 'impossible' },
  });
});

test('an issue that is nowhere to be found for hours ends it; once is not enough', async () => {
  await world.pass();
  world.issues.failures.push({ method: 'situation', error: new AppError('not-found') });
  await world.settle();
  expect(world.issues.comments).toHaveLength(1);
  await receiveEvent(world, world.event('failed'));
  for (let i = 0; i < 50; i++) {
    world.issues.failures.push({ method: 'situation', error: new AppError('not-found') });
  }
  await world.settle();
  expect(world.told()).toMatchObject({ comment: { state: 'impossible', reason: 'issue-gone' } });
});
