import { post } from '../../../src/incode/http';

/** Nothing is reached under this name, ever. @see https://www.rfc-editor.org/rfc/rfc6761#section-6.4 */
const NOWHERE = 'https://incode.invalid/';

test.each([
  ['an invisible character', 'key\u200B'],
  ['a line break', 'key\nmore'],
  ['an ellipsis', 'abc…'],
  ['a letter of another alphabet', 'АРІ-key'],
])('a request that cannot be built, for %s in a header, was never sent', async (_, value) => {
  const call = post({ url: NOWHERE, headers: { 'x-api-key': value }, body: '' });
  await expect(call).rejects.toMatchObject({ name: 'NoAnswer', wasSent: false });
});

test('the value that could not be sent stands in no error', async () => {
  const call = post({ url: NOWHERE, headers: { 'x-api-key': 'secret…' }, body: '' });
  const error = (await call.catch((thrown: unknown) => thrown)) as Error;
  expect(JSON.stringify([error.message, error.stack, error.cause ?? ''])).not.toContain('secret');
});
