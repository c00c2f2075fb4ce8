import type { Environment } from '../verification/session/session-record';

/** Incode's hosts by environment. The manifest's egress list names the same. */
export const hosts: Record<Environment, { auth: string; api: string }> = {
  demo: { auth: 'https://auth.demo.incode.com', api: 'https://demo-api.incodesmile.com' },
  production: { auth: 'https://auth.incode.com', api: 'https://saas-api.incodesmile.com' },
};
