import { decode } from '../../../src/functions/decode';
import { credentialsForm } from '../../../src/functions/settings-form';

const form = { environment: 'demo', apiKey: 'key-1', clientId: 'id-1', clientSecret: 'secret-1' };

test.each(['abc…', 'first\nsecond', 'АРІ-key', 'pass word'])(
  'a credential like %j, which no header can hold, is refused at its field',
  (apiKey) => {
    expect(() => decode(credentialsForm, { ...form, apiKey })).toThrow(
      expect.objectContaining({ code: 'invalid-input', fields: { apiKey: 'foreign-characters' } }) as Error,
    );
  },
);

test('a credential is what can be seen of it', () => {
  expect(decode(credentialsForm, { ...form, apiKey: ' key\u200B-1 ' })).toMatchObject({ apiKey: 'key-1' });
});
