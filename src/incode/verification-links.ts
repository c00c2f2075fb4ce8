import { AppError } from '../verification/app-error';
import { requestToken } from './access-token';
import { errorAnswer, requestNewAnswer } from './answers';
import { hosts } from './hosts';
import { NoAnswer, post } from './http';
import type { AccessToken, ClientCredentials } from './access-token';
import type { IncodeAnswer } from './http';
import type { IncodeAccount, LinkRequest, VerificationLinks } from '../verification/sending/ports';
import type { Clock } from '../verification/store';

/** Keeps access tokens between invocations, by environment and version of the credentials. */
export interface TokenStore {
  load(environment: string, version: string): Promise<AccessToken | undefined>;
  save(environment: string, version: string, token: AccessToken): Promise<void>;
}

export interface IncodeNeeds {
  tokens: TokenStore;
  credentials(version: string): Promise<(ClientCredentials & { apiKey: string }) | undefined>;
  clock: Clock;
}

/** A token this close to its end is not used any more. */
const TOKEN_MARGIN_MS = 30_000;
/** Incode's code for a login hint that it does not know or that is not enrolled (observed). */
const NOT_ENROLLED = 4301;

/** What sending a link needs, and how to get a newer token. */
interface SignedIn {
  account: IncodeAccount;
  apiKey: string;
  token: Token;
  renew: () => Promise<Token>;
}

interface Token extends AccessToken {
  /** Of a token that was issued just now: ends once it is kept for the next links, or could not be. */
  keeping?: Promise<void>;
}

/** Sends links by Incode's `POST /omni/b2b/onboarding/request-new`. */
export function verificationLinks(needs: IncodeNeeds): VerificationLinks {
  return {
    async signIn(account) {
      const signedIn = await signIn(needs, account);
      return (request) => requestLink(signedIn, request);
    },
  };
}

async function signIn(needs: IncodeNeeds, account: IncodeAccount): Promise<SignedIn> {
  const { environment, credentialsVersion } = account;
  const [credentials, kept] = await Promise.all([
    needs.credentials(credentialsVersion),
    needs.tokens.load(environment, credentialsVersion),
  ]);
  if (!credentials) throw new AppError('not-configured');
  const { apiKey } = credentials;
  const renew = () => renewToken(needs, account, credentials);
  const isKept = kept !== undefined && kept.endsAt - TOKEN_MARGIN_MS > needs.clock.now();
  return { account, apiKey, renew, token: isKept ? kept : await renew() };
}

async function requestLink(
  { account, apiKey, token, renew }: SignedIn,
  request: LinkRequest,
): Promise<{ interviewId: string }> {
  const ask = async ({ accessToken, keeping }: Token) => {
    try {
      return await requestNew(hosts[account.environment].api, { apiKey, accessToken }, request);
    } finally {
      await keeping;
    }
  };
  const answer = await ask(token);
  // A token can end before its time, for example when the client secret was generated anew.
  const mayHaveEnded = answer.status === 401 && token.keeping === undefined;
  return accepted(mayHaveEnded ? await ask(await renew()) : answer);
}

async function renewToken(
  { tokens, clock }: IncodeNeeds,
  { environment, credentialsVersion }: IncodeAccount,
  credentials: ClientCredentials,
): Promise<Token> {
  const token = await requestToken(environment, credentials, clock.now());
  // If the token could not be saved, the next link asks for another one.
  const keeping = tokens.save(environment, credentialsVersion, token).catch(() => undefined);
  return { ...token, keeping };
}

async function requestNew(
  api: string,
  { apiKey, accessToken }: { apiKey: string; accessToken: string },
  { method, destination, integrationReference, email, linkValidityMinutes }: LinkRequest,
): Promise<IncodeAnswer> {
  try {
    return await post({
      url: `${api}/omni/b2b/onboarding/request-new`,
      headers: {
        Authorization: `Bearer ${accessToken}`,
        'x-api-key': apiKey,
        'api-version': '1.0',
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({
        integrationReference,
        loginHint: email,
        linkValidityInMinutes: linkValidityMinutes,
        notification:
          method === 'sms' ? { type: 'SMS', phone: destination } : { type: 'EMAIL', email: destination },
      }),
    });
  } catch (cause) {
    if (!(cause instanceof NoAnswer)) throw cause;
    throw new AppError(cause.wasSent ? 'in-doubt' : 'incode-unreachable', { cause });
  }
}

function accepted(answer: IncodeAnswer): { interviewId: string } {
  if (answer.status < 200 || answer.status >= 300) throw refusal(answer);
  const session = requestNewAnswer.safeParse(answer.body);
  // Incode took the request, but a session that we cannot name is of no use to the ticket.
  if (!session.success) throw new AppError('in-doubt');
  return session.data;
}

function refusal({ status, body, retryAfterSeconds }: IncodeAnswer): AppError {
  const told = errorAnswer.safeParse(body);
  if (told.data?.status === NOT_ENROLLED) return new AppError('employee-not-enrolled');
  if (status === 401) return new AppError('credentials-rejected');
  if (status === 429) return new AppError('incode-busy', { isRetryable: true, retryAfterSeconds });
  if (status === 503) return new AppError('incode-unreachable', { isRetryable: true });
  if (isUncertain(status, told.data)) return new AppError('in-doubt');
  return new AppError('incode-refused', { reason: told.data?.message?.trim().slice(0, 200) });
}

// An error code of Incode's own is a definite refusal, whatever the HTTP status. After a bare 5xx a link may have gone out.
function isUncertain(status: number, told: { status: number } | undefined): boolean {
  return (status >= 500 || status === 408) && (told === undefined || told.status < 1000);
}
