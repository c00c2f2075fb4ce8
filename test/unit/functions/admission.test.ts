import { admit } from '../../../src/functions/admission';
import { AppError } from '../../../src/verification/app-error';
import type { App } from '../../../src/wiring/app';

/** An app whose Jira answers one question, as far as administrators are concerned. */
function appWhose(canAdminister: () => Promise<boolean>): App {
  return { jira: { permissions: { canAdminister } } } as unknown as App;
}

const ask = (error: Error) =>
  admit(
    'administrator',
    appWhose(() => Promise.reject(error)),
    { accountId: 'admin' },
  );

test.each(['not-found', 'jira-refused'] as const)('where Jira says %s, nobody is let in', async (code) => {
  await expect(ask(new AppError(code))).rejects.toMatchObject({ code: 'not-permitted' });
});

test('a mistake of ours, or an answer that nobody can read, is not taken for a refusal', async () => {
  const mistake = new TypeError('not a function');
  await expect(ask(mistake)).rejects.toBe(mistake);
  const unreadable = new AppError('jira-unreachable', { isRetryable: true, cause: mistake });
  await expect(ask(unreadable)).rejects.toBe(unreadable);
});
