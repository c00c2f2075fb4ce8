import { neverConnected, post } from '../../../src/incode/http';

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

describe('an error before anything was written', () => {
  test.each([
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'UND_ERR_CONNECT_TIMEOUT',
    'ERR_INVALID_URL',
    'ERR_INVALID_CHAR',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'CERT_HAS_EXPIRED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  ])('is known by %s, wherever it stands among the causes', (code) => {
    expect(neverConnected({ code })).toBe(true);
    expect(neverConnected(new TypeError('fetch failed', { cause: { code } }))).toBe(true);
  });

  test.each(['connect', 'getaddrinfo'])('is known by the system call %s', (syscall) => {
    expect(neverConnected(new TypeError('fetch failed', { cause: { code: 'ETIMEDOUT', syscall } }))).toBe(
      true,
    );
  });
});

test.each([
  { code: 'ECONNRESET', syscall: 'read' },
  { code: 'EPIPE', syscall: 'write' },
  { code: 'ETIMEDOUT', syscall: 'read' },
  { code: 'UND_ERR_HEADERS_TIMEOUT' },
  { code: 'UND_ERR_SOCKET' },
  { code: 42 },
  {},
])('after %j something may have left', (cause) => {
  expect(neverConnected(new TypeError('fetch failed', { cause }))).toBe(false);
});
