import { createServer } from 'node:http';
import { inspect } from 'node:util';
import { neverConnected, post } from '../../../src/incode/http';
import type { AddressInfo } from 'node:net';

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
  // Of a line break, Node's own error quotes the whole value.
  const call = post({ url: NOWHERE, headers: { 'x-api-key': 'secret\nmore' }, body: '' });
  const error: unknown = await call.catch((thrown: unknown) => thrown);
  expect(inspect(error)).toContain('NoAnswer');
  expect(inspect(error)).not.toContain('secret');
});

describe('a host', () => {
  /** Its answer to anything is that it hangs up. */
  const server = createServer(({ socket }) => void socket.destroy());
  const urlOf = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const call = (url: string) => post({ url, headers: {}, body: '{}' });
  let url: string;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = urlOf();
  });

  test('that hangs up may have read what was sent', async () => {
    await expect(call(url)).rejects.toMatchObject({ name: 'NoAnswer', wasSent: true });
  });

  test('that was not reached was sent nothing', async () => {
    await new Promise((resolve) => server.close(resolve));
    await expect(call(url)).rejects.toMatchObject({ name: 'NoAnswer', wasSent: false });
  });
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
