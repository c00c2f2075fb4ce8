import {
  askToken,
  dashboard,
  door,
  newClient,
  newIncode,
  newSecret,
  newSession,
  stopTime,
} from './incode-calls';

stopTime();

describe('the OAuth server of Incode', () => {
  it('gives a token for client credentials', async () => {
    const { incode } = newIncode();
    const answer = await askToken(incode, await newSecret(incode));
    expect(answer).toMatchObject({ status: 200, body: { token_type: 'Bearer', expires_in: 300 } });
  });

  it('knows no client before a secret was generated, and only the latest one after', async () => {
    const { incode } = newIncode();
    const refusal = { status: 401, body: { error: 'invalid_client' } };
    expect(await askToken(incode, '')).toMatchObject(refusal);
    const older = await newSecret(incode);
    const newer = await newSecret(incode);
    expect(await askToken(incode, older)).toMatchObject(refusal);
    expect(await askToken(incode, newer)).toMatchObject({ status: 200 });
    expect(await askToken(incode, newer, { client_id: 'another' })).toMatchObject(refusal);
  });

  it('has credentials of its own in each environment', async () => {
    const { incode } = newIncode();
    const demo = await newSecret(incode, 'demo');
    const production = await newSecret(incode, 'production');
    expect(await askToken(incode, production, {}, 'auth.incode.com')).toMatchObject({ status: 200 });
    expect(await askToken(incode, demo, {}, 'auth.incode.com')).toMatchObject({ status: 401 });
  });

  it.each([
    ['another grant', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
    ['no grant', { grant_type: '' }, 400, 'invalid_request'],
    ['another scope', { scope: 'admin' }, 400, 'invalid_scope'],
  ])('refuses %s', async (_, form, status, error) => {
    const { incode } = newIncode();
    expect(await askToken(incode, await newSecret(incode), form)).toMatchObject({ status, body: { error } });
  });

  it('refuses values that are not URL-encoded, and bodies that are no form', async () => {
    const { incode } = newIncode();
    const secret = await newSecret(incode);
    const { clientId } = (await dashboard(incode)).integrations.demo;
    const url = 'https://auth.demo.incode.com/oauth2/token';
    const ask = async (id: string, word: string, type = 'application/x-www-form-urlencoded') => {
      const body = `grant_type=client_credentials&client_id=${id}&client_secret=${word}&scope=openid`;
      const init = { method: 'POST', headers: { 'content-type': type }, body };
      return (await incode.api.fetch(new Request(url, init))).status;
    };
    const [id, word] = [encodeURIComponent(clientId), encodeURIComponent(secret)];
    expect(await ask(id, word)).toBe(200);
    expect(await ask(clientId, word)).toBe(401);
    expect(await ask(id, secret)).toBe(401);
    expect(await ask(id, word, 'text/plain')).toBe(400);
  });
});

describe('a request for a verification', () => {
  it('starts a session and sends the link', async () => {
    const { incode, changes } = newIncode();
    const client = await newClient(incode);
    const before = changes();
    const { body, status } = await client.request();
    expect(status).toBe(200);
    expect(body['interviewId']).toMatch(/^[0-9a-f]{24}$/);
    expect(incode.state()).toMatchObject({
      sessions: [
        {
          interviewId: body['interviewId'],
          environment: 'demo',
          loginHint: 'ada.lovelace@example.com',
          state: 'sent',
        },
      ],
      messages: [{ to: '+14155550123', channel: 'sms', link: body['url'] }],
    });
    expect(changes()).toBeGreaterThan(before);
  });

  it('puts the link and the company into the message, and no session id into the link', async () => {
    const { incode } = newIncode();
    const { interviewId } = await newSession(incode, {
      notification: { type: 'EMAIL', email: 'elsewhere@example.org' },
    });
    const [message] = incode.state().messages;
    expect(message).toMatchObject({ to: 'elsewhere@example.org', channel: 'email' });
    expect(message?.text).toContain(message?.link);
    expect(message?.text).toContain('Example Corp');
    expect(message?.text).toContain('Ada Lovelace');
    expect(message?.link).toMatch(/^http:\/\/site\.test\/verify\/[\w-]{32}$/);
    expect(message?.link).not.toContain(interviewId);
  });

  it('may be made twice for one employee: the older link stays alive', async () => {
    const { incode } = newIncode();
    const client = await newClient(incode);
    const first = await client.request();
    await client.request();
    expect(incode.state().sessions).toHaveLength(2);
    const { pathname } = new URL(String(first.body['url']));
    expect(await door(incode, 'POST', `${pathname}/open`)).toMatchObject({ status: 200 });
  });

  it('gets now and then more fields than are documented', async () => {
    const client = await newClient(newIncode().incode);
    const fields = [Object.keys((await client.request()).body), Object.keys((await client.request()).body)];
    expect(fields.map(({ length }) => length).sort()).toEqual([2, 4]);
  });

  it.each(['alan.turing@example.com', 'nobody@example.com'])(
    'is refused for %s with code 4301',
    async (loginHint) => {
      const { incode } = newIncode();
      const { body, status } = await (await newClient(incode)).request({ loginHint });
      expect(status).toBe(400);
      expect(body).toEqual({
        timestamp: expect.any(Number) as number,
        status: 4301,
        error: 'Bad Request',
        message: 'The user does not exist or is not enrolled',
        path: '/omni/b2b/onboarding/request-new',
      });
      expect(incode.state().sessions).toEqual([]);
    },
  );

  it.each([
    [
      'minutes that are text',
      { linkValidityInMinutes: '10' },
      'linkValidityInMinutes must be a whole number',
    ],
    ['half a minute', { linkValidityInMinutes: 0.5 }, 'linkValidityInMinutes must be a whole number'],
    ['no minutes', { linkValidityInMinutes: 0 }, 'linkValidityInMinutes must be at least 1'],
    ['an SMS without a phone', { notification: { type: 'SMS' } }, 'notification.phone is required for SMS'],
    [
      'a phone as people write it',
      { notification: { type: 'SMS', phone: '+1 415 555 0123' } },
      'notification.phone must be in E.164 form',
    ],
    ['no address', { notification: { type: 'EMAIL' } }, 'notification.email must be an e-mail address'],
    [
      'another way',
      { notification: { type: 'FAX', phone: '+14155550123' } },
      'notification.type must be {type: "SMS", phone} or {type: "EMAIL", email}',
    ],
    ['a wrong integration', { integrationReference: 'wrong' }, 'The integration reference is not known'],
  ])('is refused with %s', async (_, change, message) => {
    const answer = await (await newClient(newIncode().incode)).request(change);
    expect(answer).toMatchObject({ status: 400, body: { status: 400, error: 'Bad Request', message } });
  });

  it.each([
    ['no token', { authorization: '' }, 401],
    ['an unknown token', { authorization: 'Bearer abc' }, 401],
    ['a wrong API key', { 'x-api-key': 'wrong' }, 403],
    ['another version', { 'api-version': '2' }, 400],
    ['another content type', { 'content-type': 'text/plain' }, 415],
  ])('is refused with %s', async (_, headers, status) => {
    const answer = await (await newClient(newIncode().incode)).request({}, headers);
    expect(answer).toMatchObject({ status, body: { status } });
  });

  it('is refused with a token of the other environment', async () => {
    const client = await newClient(newIncode().incode);
    expect(await client.request({}, {}, 'saas-api.incodesmile.com')).toMatchObject({ status: 401 });
  });

  it('is refused once the token has ended', async () => {
    const { clock, incode } = newIncode();
    const client = await newClient(incode);
    await clock.advance(299_999);
    expect(await client.request()).toMatchObject({ status: 200 });
    await clock.advance(1);
    expect(await client.request()).toMatchObject({ status: 401 });
  });
});

describe('the hosts of Incode', () => {
  it('are the four official ones, each with its own part', async () => {
    const { incode } = newIncode();
    expect(incode.hosts).toEqual([
      'auth.demo.incode.com',
      'demo-api.incodesmile.com',
      'auth.incode.com',
      'saas-api.incodesmile.com',
    ]);
    expect(await askToken(incode, await newSecret(incode), {}, 'demo-api.incodesmile.com')).toMatchObject({
      status: 404,
      body: { status: 404, message: 'No such resource' },
    });
  });
});
