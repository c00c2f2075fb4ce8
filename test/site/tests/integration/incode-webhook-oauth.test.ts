import { Clock } from '../../clock';
import { createIncode } from '../../incode/incode';
import { trueRandomness } from '../../random';
import { door, newSession, registerWebhooks, settled, stopTime } from './incode-calls';

const OAUTH = {
  tokenUrl: 'https://login.test/token',
  clientId: 'incode',
  clientSecret: 'a secret',
};

/** An Incode that has to sign in for its webhooks, and what it posted. */
async function signingIn(tokenAnswer: () => Response) {
  const clock = new Clock();
  const posted: { url: string; authorization: string | null; body: string }[] = [];
  const incode = createIncode({
    clock,
    random: trueRandomness,
    changed: () => undefined,
    baseUrl: 'http://site.test',
    post: (url, init) => {
      const headers = new Headers(init.headers);
      posted.push({ url, authorization: headers.get('authorization'), body: init.body as string });
      return Promise.resolve(url === OAUTH.tokenUrl ? tokenAnswer() : Response.json({}));
    },
  });
  await registerWebhooks(incode, { headers: {}, oauth: OAUTH });
  const { link } = await newSession(incode);
  const tap = async (path: string, body?: unknown) => {
    await door(incode, 'POST', `${link}${path}`, body);
    await settled();
  };
  return { clock, incode, posted, tap };
}

const token = (value: string) => () => Response.json({ access_token: value, expires_in: 60 });

stopTime();

describe('a webhook that asks for OAuth', () => {
  it('gets a token by client credentials, and sends it', async () => {
    const { posted, tap } = await signingIn(token('abc'));
    await tap('/open');
    expect(posted).toMatchObject([
      {
        url: 'https://login.test/token',
        authorization: `Basic ${Buffer.from('incode:a secret').toString('base64')}`,
        body: 'grant_type=client_credentials',
      },
      { url: 'https://hooks.test/incode', authorization: 'Bearer abc' },
    ]);
  });

  it('keeps the token for as long as it lives', async () => {
    const { clock, incode, posted, tap } = await signingIn(token('abc'));
    const tokens = () => posted.filter(({ url }) => url === OAUTH.tokenUrl).length;
    await tap('/open');
    await clock.advance(59_999);
    await tap('/finish', { outcome: 'review' });
    expect(tokens()).toBe(1);
    await clock.advance(1);
    const { interviewId } = incode.state().sessions[0] ?? {};
    const review = `/incode/dashboard/sessions/${interviewId ?? ''}/review`;
    await door(incode, 'POST', review, { outcome: 'passed' });
    await settled();
    expect(tokens()).toBe(2);
  });

  it.each([
    ['a refusal', () => new Response(null, { status: 401 }), "The token's address answered by 401"],
    ['no token', () => Response.json({}), "The token's address did not answer with a token"],
  ])('is tried again after %s', async (_, answer, error) => {
    const { incode, posted, tap } = await signingIn(answer);
    await tap('/open');
    expect(posted).toHaveLength(1);
    expect(incode.state().deliveries).toMatchObject([{ state: 'retrying', attempts: [{ error }] }]);
  });
});
