import { kvs } from '@forge/kvs';
import { stored } from './failure';
import type { Environment } from '../verification/session/session-record';

/** An access token of Incode's with the time it ends, in epoch milliseconds. */
interface Token {
  accessToken: string;
  endsAt: number;
}

const environments: Environment[] = ['demo', 'production'];

/** Access tokens in the secret store, one for each environment and version of the credentials. */
export const tokenStore = {
  load: (environment: string, version: string): Promise<Token | undefined> =>
    stored(kvs.getSecret<Token>(tokenKey(environment, version))),
  save: (environment: string, version: string, token: Token): Promise<void> =>
    stored(kvs.setSecret(tokenKey(environment, version), token)),
  /** Removes the tokens that were issued for one version of the credentials. */
  remove: async (version: string): Promise<void> => {
    await Promise.all(
      environments.map((environment) => stored(kvs.deleteSecret(tokenKey(environment, version)))),
    );
  },
};

function tokenKey(environment: string, version: string): string {
  return `token:${environment}:${version}`;
}
