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
  expect(world.update()).toMatchObject({ comment: { state: 'done' }, transition: { state: 'done' } });
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
  await Promise.all([updateTicket(world, 'session-1'), updateTicket(world, 'session-1')]);
  await world.settle();
  await updateTicket(world, 'session-1');
  expect(world.issues.comments).toHaveLength(1);
});

test('an outcome that no longer holds is not told', async () => {
  await world.pass();
  await receiveEvent(world, world.event('failed'));
  await world.settle();
  expect(world.update(0)).toMatchObject({
    comment: { state: 'overtaken' },
    transition: { state: 'overtaken' },
  });
  expect(world.issues.comments.map(({ title }) => title)).toEqual(['⚠️ Contradicting results']);
  expect(world.issues.statusId).toBe('1');
});

test('a comment whose answer was lost is looked for, a minute later, and not posted again', async () => {
  await world.pass();
  world.issues.failures.push({ method: 'addComment', error: jiraLostTheAnswer(), afterwards: true });
  await expect(updateTicket(world, 'session-1')).resolves.toEqual({ kind: 'later', afterSeconds: 60 });
  await world.settle();
  expect(world.issues.comments).toHaveLength(1);
  expect(world.update()).toMatchObject({
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
  await expect(updateTicket(world, 'session-1')).rejects.toMatchObject({ code: 'storage-unavailable' });
  store.beforeCommit = () => undefined;
  await expect(updateTicket(world, 'session-1')).resolves.toEqual({ kind: 'later', afterSeconds: 70 });
  await world.settle();
  expect(world.issues.comments).toHaveLength(1);
  expect(world.issues.statusId).toBe('3');
  expect(world.update()).toMatchObject({
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
  await updateTicket(world, 'session-1');
  expect(world.update()).toMatchObject({ tries: 2, transition: { state: 'done', ref: '3' } });
});

test('a busy Jira is left alone for as long as it asks', async () => {
  await world.pass();
  world.issues.failures.push({ method: 'situation', error: busy() });
  await expect(updateTicket(world, 'session-1')).resolves.toEqual({ kind: 'later', afterSeconds: 120 });
  expect(world.update()).toMatchObject({ comment: { state: 'due' } });
  await world.settle();
  expect(world.issues.comments).toHaveLength(1);
});

test('a Jira that stays away is given up after a bounded number of tries, with the reason', async () => {
  await world.pass();
  for (let i = 0; i < 20; i++) world.issues.failures.push({ method: 'situation', error: busy() });
  await world.settle();
  expect(world.update()).toMatchObject({
    tries: 8,
    comment: { state: 'impossible', reason: 'gave-up' },
    transition: { state: 'impossible', reason: 'gave-up' },
  });
});

test('a transition whose answer was lost is seen to have been made', async () => {
  await world.pass();
  world.issues.failures.push({ method: 'transition', error: jiraLostTheAnswer(), afterwards: true });
  await world.settle();
  expect(world.issues.comments).toHaveLength(1);
  expect(world.update()).toMatchObject({ transition: { state: 'done', ref: '3' } });
  expect(world.ticket().statusId).toBe('3');
});

test('a refused transition is recorded in Jira’s words, and the comment stands', async () => {
  await world.pass();
  world.issues.failures.push({ method: 'transition', error: refused() });
  await world.settle();
  expect(world.update()).toMatchObject({
    comment: { state: 'done' },
    transition: { state: 'impossible', reason: 'refused', detail: 'Field “Resolution” is required.' },
  });
});

test('a refused comment does not keep the status from being changed', async () => {
  await world.pass();
  world.issues.failures.push({ method: 'addComment', error: refused() });
  await world.settle();
  expect(world.update()).toMatchObject({ comment: { state: 'impossible' }, transition: { state: 'done' } });
});

test('an issue that is gone ends it', async () => {
  await world.pass();
  world.issues.failures.push({ method: 'situation', error: new AppError('not-found') });
  await world.settle();
  expect(world.update()).toMatchObject({ comment: { state: 'impossible', reason: 'issue-gone' } });
});
