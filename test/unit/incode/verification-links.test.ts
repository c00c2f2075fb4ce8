import { verificationLinks } from '../../../src/incode/verification-links';

const request = {
  integrationReference: 'integration',
  email: 'ada@example.com',
  linkValidityMinutes: 10,
  method: 'email',
  destination: 'ada@example.com',
} as const;

test('a link whose request cannot be built was not sent, and is in no doubt', async () => {
  const links = verificationLinks({
    tokens: {
      load: () => Promise.resolve({ accessToken: 'token', endsAt: Infinity }),
      save: () => Promise.resolve(),
    },
    credentials: () => Promise.resolve({ clientId: 'id', clientSecret: 'secret', apiKey: 'key…' }),
    clock: { now: () => 0 },
  });
  const requestLink = await links.signIn({ environment: 'demo', credentialsVersion: '1' });
  await expect(requestLink(request)).rejects.toMatchObject({ code: 'incode-unreachable' });
});
