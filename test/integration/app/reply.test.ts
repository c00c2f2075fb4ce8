import { desk, useFreshDesk } from './fresh-desk';

useFreshDesk();

const publicComments = (key = 'HELP-1') =>
  desk
    .issue(key)
    .comments.filter(({ internal }) => !internal)
    .map(({ body }) => JSON.stringify(body));

test('the reporter reads in the portal that a link was sent, that they passed, and that the pass is taken back, and nothing else', async () => {
  await desk.saves({
    isEmployeeTold: true,
    replies: { sent: 'A link is on its way.', passed: 'You passed.' },
  });
  const interviewId = await desk.sendsLink();
  await desk.fieldsSettle();
  await desk.completes('pass');
  await desk.settles();
  const [sent = '', passed = '', ...more] = publicComments();
  expect(sent).toContain('A link is on its way.');
  expect(passed).toContain('You passed.');
  expect(more).toEqual([]);
  expect(sent + passed).not.toMatch(/ada|0123|lovelace/i);

  await desk.webhook(JSON.stringify({ eventType: 'SESSION_FAILED', interviewId }));
  await desk.settles();
  const [stillSent, takenBack] = publicComments();
  expect(stillSent).toBe(sent);
  expect(takenBack).toMatch(/No longer valid: your identity isn’t confirmed for this request.*You passed/);
});

test('by default nobody is told', async () => {
  await desk.sendsLink();
  await desk.fieldsSettle();
  await desk.completes('pass');
  await desk.settles();
  expect(publicComments()).toEqual([]);
});

test('a reply with a variable is refused', async () => {
  const replies = { sent: 'Hello {{name}}', passed: 'You passed.' };
  await expect(desk.saves({ isEmployeeTold: true, replies })).rejects.toThrow('no-variables');
});
