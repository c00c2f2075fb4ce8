import { kvs } from '@forge/kvs';
import { stored } from './failure';

/** An access token of Incode's with the time it ends, in epoch milliseconds. */
interface Token {
  accessToken: string;
  endsAt: number;
}

/** Access tokens in the secret store, one for each environment and version of the credentials. */
export const tokenStore = {
  load: (environment: string, version: string): Promise<Token | undefined> =>
    stored(kvs.getSecret<Token>(tokenKey(environment, version))),
  save: (environment: string, version: string, token: Token): Promise<void> =>
    stored(kvs.setSecret(tokenKey(environment, version), token)),
};

function tokenKey(environment: string, version: string): string {
  return `token:${environment}:${version}`;
}
