import { AppError } from '../verification/app-error';
import { tokenAnswer, tokenRefusal } from './answers';
import { hosts } from './hosts';
import { NoAnswer, post } from './http';
import type { IncodeAnswer } from './http';
import type { Environment } from '../verification/session/session-record';

export interface AccessToken {
  accessToken: string;
  /** Epoch milliseconds. */
  endsAt: number;
}

/** What proves who we are to Incode's OAuth server. */
export interface ClientCredentials {
  clientId: string;
  clientSecret: string;
}

/**
 * Has Incode issue an access token by client credentials.
 * @throws {AppError} `credentials-rejected`, `incode-busy`, `incode-refused`, `incode-unreachable`
 */
export async function requestToken(
  environment: Environment,
  { clientId, clientSecret }: ClientCredentials,
  now: number,
): Promise<AccessToken> {
  const answer = await ask(`${hosts[environment].auth}/oauth2/token`, {
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    scope: 'openid',
  });
  const token = tokenAnswer.safeParse(answer.body);
  if (answer.status !== 200 || !token.success) throw refusal(answer);
  return { accessToken: token.data.access_token, endsAt: now + token.data.expires_in * 1000 };
}

async function ask(url: string, form: Record<string, string>): Promise<IncodeAnswer> {
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' };
  try {
    return await post({ url, headers, body: new URLSearchParams(form).toString() });
  } catch (cause) {
    if (cause instanceof NoAnswer) throw new AppError('incode-unreachable', { isRetryable: true, cause });
    throw cause;
  }
}

function refusal({ status, body, retryAfterSeconds }: IncodeAnswer): AppError {
  if (status === 429) return new AppError('incode-busy', { isRetryable: true, retryAfterSeconds });
  if (status >= 500) return new AppError('incode-unreachable', { isRetryable: true });
  const told = tokenRefusal.safeParse(body);
  const reason = told.success ? (told.data.error_description ?? told.data.error).slice(0, 200) : undefined;
  const isRejection = status === 401 || (told.success && told.data.error === 'invalid_client');
  return new AppError(isRejection ? 'credentials-rejected' : 'incode-refused', { reason });
}
