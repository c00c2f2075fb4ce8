import { AppError } from '../../../src/verification/app-error';
import { decode } from '../../../src/functions/decode';
import { destinationOf, sendLinkForm } from '../../../src/functions/send-link-form';

async function destination(payload: unknown, country = '') {
  return destinationOf(decode(sendLinkForm, payload), country);
}

async function fieldsOf(payload: unknown, country?: string): Promise<unknown> {
  try {
    return await destination(payload, country);
  } catch (error) {
    return error instanceof AppError && error.code === 'invalid-input' ? error.fields : error;
  }
}

const email = 'Ada@Example.com';

test('an SMS goes to the number in E.164 form and is shown masked', async () => {
  expect(await destination({ method: 'sms', email, phone: '+1 (415) 555-0123' })).toEqual({
    destination: '+14155550123',
    delivery: { method: 'sms', maskedDestination: '+1 ••• 0123', source: 'typed' },
  });
  expect(await destination({ method: 'sms', email, phone: '0044 20 7946 0958' })).toMatchObject({
    destination: '+442079460958',
  });
});

test.each([
  ['US', '415 555 0123', '+14155550123'],
  ['US', '(415) 555-0123', '+14155550123'],
  ['US', '1 415 555 0123', '+14155550123'],
  ['US', '011 44 20 7946 0958', '+442079460958'],
  ['DE', '0151 23456789', '+4915123456789'],
  ['DE', '+1 415 555 0123', '+14155550123'],
])('where the settings name %s, %s is %s', async (country, phone, number) => {
  expect(await destination({ method: 'sms', email, phone }, country)).toMatchObject({ destination: number });
});

test.each(['', 'XX', 'toString'])('without a country (%p) a number needs its own', async (country) => {
  const fields = await fieldsOf({ method: 'sms', email, phone: '415 555 0123' }, country);
  expect(fields).toEqual({ phone: 'not-a-phone-number' });
});

test('an SMS goes to a number that looks as if nobody had it once the agent stands by it', async () => {
  const phone = '+1 555 555 0123';
  expect(await destination({ method: 'sms', email, phone, isNumberConfirmed: true })).toMatchObject({
    destination: '+15555550123',
  });
  expect(await fieldsOf({ method: 'sms', email, phone: '+1 555', isNumberConfirmed: true })).toEqual({
    phone: 'not-a-phone-number',
  });
});

test('what was pasted with it goes neither to Incode nor into the comment', async () => {
  const sent = await destination({
    method: 'email',
    email: '\u200Bada@example.com\u202C',
    alternateEmail: '\uFEFFada@home.example',
    reason: '\u200Blost\u202E phone',
  });
  expect(sent).toMatchObject({ destination: 'ada@home.example', delivery: { reason: 'lost phone' } });
  expect(await destination({ method: 'sms', email, phone: '\u202D+52 1 55 1234 5678\u202C' })).toMatchObject({
    destination: '+525512345678',
  });
  const hidden = { method: 'sms', email, phone: '+14155550123', reason: '\u200B' };
  expect((await destination(hidden)).delivery).not.toHaveProperty('reason');
});

test('an e-mail goes to the corporate address', async () => {
  for (const alternateEmail of [undefined, '', ' ada@example.com ']) {
    expect(await destination({ method: 'email', email, alternateEmail })).toMatchObject({
      destination: 'ada@example.com',
      delivery: { method: 'email', maskedDestination: 'a•••@example.com', source: 'corporate' },
    });
  }
});

test('an e-mail to another address is marked as typed', async () => {
  expect(await destination({ method: 'email', email, alternateEmail: 'ada@home.example' })).toMatchObject({
    destination: 'ada@home.example',
    delivery: { source: 'typed', maskedDestination: 'a•••@home.example' },
  });
});

test.each([
  [{ method: 'sms', email: '', phone: '+14155550123' }, { email: 'required' }],
  [
    { method: 'sms', email: 'ada', phone: '' },
    { email: 'not-an-email', phone: 'required' },
  ],
  [{ method: 'sms', email, phone: '+1 555 0123' }, { phone: 'not-a-phone-number' }],
  [{ method: 'sms', email, phone: '+1 555 555 0123' }, { phone: 'unlikely-phone-number' }],
  [{ method: 'sms', email, phone: '415 555 0123' }, { phone: 'not-a-phone-number' }],
  [{ method: 'email', email, alternateEmail: 'nowhere' }, { alternateEmail: 'not-an-email' }],
  [
    { method: 'sms', email: { $ne: 1 }, phone: 7 },
    { email: 'required', phone: 'required' },
  ],
])('%p names each field with what is wrong', async (payload, fields) => {
  expect(await fieldsOf(payload)).toEqual(fields);
});

test.each([null, 7, [], { method: 'pigeon', email }])('%p is no form at all', async (payload) => {
  expect(await fieldsOf(payload)).toEqual(expect.any(Object));
  expect(await fieldsOf(payload)).not.toHaveProperty('destination');
});
