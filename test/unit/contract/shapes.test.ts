import { hasEmailShape, hasPhoneShape } from '../../../src/contract/address-shape';
import { maskEmail, maskPhone } from '../../../src/contract/mask';
import { timeLeft } from '../../../src/contract/time-left';

test.each(['ada@example.com', ' o.hara+desk@mail.example.co.uk ', 'a@b.io'])(
  '%s could be an address',
  (text) => {
    expect(hasEmailShape(text)).toBe(true);
  },
);

test.each([
  '',
  'ada',
  'ada@',
  '@example.com',
  'ada@example',
  'a b@example.com',
  'a@b..com',
  'a@b.com,c@d.com',
])('%p can’t be an address', (text) => {
  expect(hasEmailShape(text)).toBe(false);
});

test.each(['+1 415 555 0123', '+49 (0)30-123456', '0044 20 7946 0958', '+81.3.1234.5678'])(
  '%s could be a number',
  (text) => {
    expect(hasPhoneShape(text)).toBe(true);
  },
);

test.each(['', '415 555 0123', '+1', '+1 415 CALL NOW', '++14155550123'])('%p can’t be a number', (text) => {
  expect(hasPhoneShape(text)).toBe(false);
});

test.each(['415 555 0123', '(0)30-123456', '0151 23456789', '+1 415 555 0123'])(
  '%s could be a number where a country is known',
  (text) => {
    expect(hasPhoneShape(text, true)).toBe(true);
  },
);

test.each(['', '0', '112', '415 CALL NOW', '1234567890123456'])(
  '%p can’t be a number in any country',
  (text) => {
    expect(hasPhoneShape(text, true)).toBe(false);
  },
);

test('masks leave enough to recognise and not enough to use', () => {
  expect(maskEmail('ada.lovelace@example.com')).toBe('a•••@example.com');
  expect(maskEmail('nonsense')).toBe('•••');
  expect(maskPhone('+14155550123', '1')).toBe('+1 ••• 0123');
});

test('the time left counts down by the second and ends at nothing', () => {
  expect(timeLeft(600_000, 0)).toBe('10:00');
  expect(timeLeft(600_000, 1)).toBe('10:00');
  expect(timeLeft(600_000, 541_000)).toBe('0:59');
  expect(timeLeft(600_000, 600_000)).toBe('0:00');
  expect(timeLeft(600_000, 700_000)).toBe('0:00');
});
