import { Hono, type Context } from 'hono';
import { z } from 'zod';
import type { Clock } from '../clock';
import { answerApiError, ApiError } from './api-error';
import type { Environment, IncodeData } from './model';
import type { Credentials } from './oauth';
import { enrolledEmployee, environmentOf, INTEGRATIONS } from './organisation';
import { RequestLimit } from './request-limit';
import type { Sessions } from './sessions';
import type { IncodeSwitches } from './switches';

const E164 = /^\+[1-9]\d{6,14}$/;

const REQUEST = z.object({
  integrationReference: z.string('must be text'),
  loginHint: z.string('must be text').min(1, 'must not be empty'),
  linkValidityInMinutes: z.int('must be a whole number').min(1, 'must be at least 1'),
  notification: z.discriminatedUnion(
    'type',
    [
      z.object({
        type: z.literal('SMS'),
        phone: z.string('is required for SMS').regex(E164, 'must be in E.164 form'),
      }),
      z.object({ type: z.literal('EMAIL'), email: z.email('must be an e-mail address') }),
    ],
    'must be {type: "SMS", phone} or {type: "EMAIL", email}',
  ),
});

/** As observed; the HTTP status beside it is unconfirmed. */
const NOT_ENROLLED = 4301;

interface Options {
  clock: Clock;
  data: () => IncodeData;
  credentials: Credentials;
  sessions: Sessions;
  switches: IncodeSwitches;
}

/**
 * Incode's OAuth server and API; the environment is that of the host called.
 * @see https://developer.incode.com
 */
export function incodeApi({ clock, credentials, data, sessions, switches }: Options): Hono {
  const api = new Hono();
  const limit = new RequestLimit(clock, switches);
  api.onError((error, c) => answerApiError(error, c, clock.now()));
  api.notFound((c) => answerApiError(new ApiError(404, 'No such resource'), c, clock.now()));

  api.post('/oauth2/token', async (c) => {
    const environment = environmentFor(c, 'authHost');
    if (!/^application\/x-www-form-urlencoded\b/i.test(c.req.header('content-type') ?? '')) {
      return c.json({ error: 'invalid_request', error_description: 'The body must be a form' }, 400);
    }
    const answer = credentials.issueToken(environment, new URLSearchParams(await c.req.text()));
    if ('error' in answer) return c.json(answer, answer.error === 'invalid_client' ? 401 : 400);
    c.header('cache-control', 'no-store');
    return c.json({ ...answer, ...gainedFields(data()) });
  });

  api.post('/omni/b2b/onboarding/request-new', async (c) => {
    const environment = environmentFor(c, 'apiHost');
    checkHeaders(c, environment, credentials);
    limit.count(environment);
    const request = await requestBody(c, environment);
    const employee = enrolledEmployee(request.loginHint);
    if (!employee) throw new ApiError(400, 'The user does not exist or is not enrolled', NOT_ENROLLED);
    const { loginHint, linkValidityInMinutes, notification } = request;
    const { link, session } = sessions.start({
      environment,
      loginHint,
      employee,
      linkValidityInMinutes,
      ...(notification.type === 'SMS'
        ? { channel: 'sms', to: notification.phone }
        : { channel: 'email', to: notification.email }),
    });
    return c.json({ interviewId: session.interviewId, url: link, ...gainedFields(data()) });
  });

  return api;
}

function environmentFor(c: Context, kind: 'authHost' | 'apiHost'): Environment {
  const environment = environmentOf(kind, new URL(c.req.url).hostname);
  if (!environment) throw new ApiError(404, 'No such resource');
  return environment;
}

/** The codes of a wrong API key and of a wrong version are unconfirmed. */
function checkHeaders(c: Context, environment: Environment, credentials: Credentials): void {
  if (!credentials.admits(environment, c.req.header('authorization'))) {
    throw new ApiError(401, 'The access token is missing, unknown or expired');
  }
  if (c.req.header('x-api-key') !== INTEGRATIONS[environment].apiKey) {
    throw new ApiError(403, 'The API key is not valid');
  }
  if (c.req.header('api-version') !== '1.0') throw new ApiError(400, 'The header api-version must be 1.0');
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) {
    throw new ApiError(415, 'The content type must be application/json');
  }
}

async function requestBody(c: Context, environment: Environment): Promise<z.infer<typeof REQUEST>> {
  const json = await c.req.json<unknown>().catch(() => {
    throw new ApiError(400, 'The body is not JSON');
  });
  const request = REQUEST.safeParse(json);
  if (!request.success) {
    const [issue] = request.error.issues;
    throw new ApiError(400, `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim());
  }
  if (request.data.integrationReference !== INTEGRATIONS[environment].integrationReference) {
    throw new ApiError(400, 'The integration reference is not known');
  }
  return request.data;
}

/** Good answers may gain fields at any time: every other one here does. */
function gainedFields(data: IncodeData): object {
  data.answers += 1;
  return data.answers % 2 === 0 ? {} : { apiRevision: '2026-11', links: { self: null } };
}
