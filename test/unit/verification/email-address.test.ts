import { comparableEmail } from '../../../src/verification/session/email-address';

test.each([
  ['Ada@Example.com', 'ada@example.com'],
  [' ada@example.com ', 'ada@example.com'],
  ['ada@BÜCHER.example', 'ada@xn--bcher-kva.example'],
  ['ada@xn--bcher-kva.example', 'ada@bücher.example'],
])('%s and %s are one address', (one, other) => {
  expect(comparableEmail(one)).toBe(comparableEmail(other));
});

test.each([
  'ada@example.com/x.y',
  'ada@example.com#.evil.net',
  'ada@example.com?x=evil.net',
  'ada@example.com\\.evil.net',
  'ada@example.com:8080',
  'ada@ex%61mple.com',
  'ada@exa\tmple.com',
])('%j is another address than ada@example.com', (other) => {
  expect(comparableEmail(other)).not.toBe(comparableEmail('ada@example.com'));
});
