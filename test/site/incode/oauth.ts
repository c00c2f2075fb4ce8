import type { Clock } from '../clock';
import type { Randomness } from '../random';
import type { Environment, IncodeData } from './model';
import { INTEGRATIONS } from './organisation';
import type { IncodeSwitches } from './switches';

/** An error of OAuth 2.0. @see https://www.rfc-editor.org/rfc/rfc6749#section-5.2 */
export interface OAuthError {
  error: 'invalid_request' | 'invalid_client' | 'unsupported_grant_type' | 'invalid_scope';
  error_description: string;
}

/** An answer with a token. @see https://www.rfc-editor.org/rfc/rfc6749#section-5.1 */
export interface TokenAnswer {
  access_token: string;
  token_type: 'Bearer';
  expires_in: number;
  scope: string;
}

interface Options {
  clock: Clock;
  random: Randomness;
  data: () => IncodeData;
  switches: Pick<IncodeSwitches, 'tokenLifetime'>;
}

/** Client secrets and access tokens; both belong to one environment. */
export class Credentials {
  private readonly options: Options;

  constructor(options: Options) {
    this.options = options;
  }

  /** A new client secret; the older one stops working. Holds characters that a form must encode. */
  generateSecret(environment: Environment): string {
    const { clock, data, random } = this.options;
    const value = `+${random.bytes(24).toString('base64')}&%`;
    data().clientSecrets[environment] = { value, generatedAt: clock.now() };
    return value;
  }

  /** Answers a token request by client credentials. */
  issueToken(environment: Environment, form: URLSearchParams): TokenAnswer | OAuthError {
    const error = this.check(environment, form);
    if (error) return error;
    const { clock, data, random, switches } = this.options;
    const { tokenLifetime } = switches;
    const now = clock.now();
    const value = random.bytes(32).toString('base64url');
    const live = data().accessTokens.filter((token) => token.endsAt > now);
    data().accessTokens = [...live, { value, environment, endsAt: now + tokenLifetime * 1000 }];
    return { access_token: value, token_type: 'Bearer', expires_in: tokenLifetime, scope: 'openid' };
  }

  /** Whether an `Authorization` header holds a live token of this environment. */
  admits(environment: Environment, authorization: string | undefined): boolean {
    const value = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];
    return this.options
      .data()
      .accessTokens.some(
        (token) =>
          token.value === value &&
          token.environment === environment &&
          token.endsAt > this.options.clock.now(),
      );
  }

  private check(environment: Environment, form: URLSearchParams): OAuthError | undefined {
    const twice = [...form.keys()].find((key) => form.getAll(key).length > 1);
    if (twice) return failure('invalid_request', `${twice} is given more than once`);
    const grantType = form.get('grant_type');
    if (!grantType) return failure('invalid_request', 'grant_type is missing');
    if (grantType !== 'client_credentials') return failure('unsupported_grant_type', grantType);
    if (!this.isClient(environment, form)) return failure('invalid_client', 'Client authentication failed');
    if (form.get('scope') !== 'openid') return failure('invalid_scope', 'The scope must be openid');
    return undefined;
  }

  private isClient(environment: Environment, form: URLSearchParams): boolean {
    const secret = this.options.data().clientSecrets[environment]?.value;
    return (
      secret !== undefined &&
      form.get('client_secret') === secret &&
      form.get('client_id') === INTEGRATIONS[environment].clientId
    );
  }
}

function failure(error: OAuthError['error'], error_description: string): OAuthError {
  return { error, error_description };
}
