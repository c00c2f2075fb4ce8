import { requestToken } from './access-token';
import type { CredentialsTester } from '../settings/ports';

/** Tests by having a token issued, which proves client ID and client secret; nothing of it is kept. */
export const credentialsTester: CredentialsTester = {
  async test(environment, credentials) {
    await requestToken(environment, credentials, 0);
  },
};
