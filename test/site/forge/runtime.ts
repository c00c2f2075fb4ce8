import type { Clock } from '../clock';
import { siteAri } from './invocation';
import type { Installation, Invocation } from './invocation';
import type { AppManifest } from './manifest';

/** What `@forge/*` finds in `__forge_runtime__` during an invocation. */
export function runtimeOf(
  invocation: Invocation,
  installation: Installation,
  manifest: AppManifest,
  clock: Clock,
): object {
  const contextAri = siteAri(installation);
  return {
    appContext: {
      appId: installation.appId,
      appVersion: installation.appVersion,
      environmentId: installation.environmentId,
      environmentType: 'DEVELOPMENT',
      installationId: installation.installationId,
      installation: {
        ari: { installationId: installation.installationId },
        contexts: [{ cloudId: installation.cloudId }],
      },
      invocationId: invocation.id,
      functionKey: invocation.functionKey,
      moduleKey: invocation.moduleKey,
      moduleType: invocation.moduleType,
      permissions: { scopes: manifest.scopes, external: manifest.external },
    },
    contextAri,
    proxy: { token: 'none', url: 'http://forge.invalid' },
    container: {},
    tracing: { traceId: invocation.id, spanId: invocation.id.slice(0, 16) },
    realtime: { contextToken: invocation.id },
    metrics,
    lambdaContext: {
      awsRequestId: invocation.id,
      getRemainingTimeInMillis: () => Math.max(0, invocation.deadline - clock.now()),
    },
    ...(invocation.user && { aaid: invocation.user.accountId }),
    featureFlags: () => false,
  };
}

const nothing = (): void => undefined;
const metrics = {
  counter: () => ({ incr: nothing, incrBy: nothing, decr: nothing, decrBy: nothing }),
  timing: () => ({ measure: () => ({ stop: nothing }) }),
  gauge: () => ({ set: nothing }),
};
