import { untilAborted } from '../abort';
import type { Clock } from '../clock';
import type { Journal } from '../journal';
import { proxyError } from './answers';
import { fetchOutside } from './egress';
import type { OutsideWorld } from './egress';
import type { CallTargetName, Faults } from './faults';
import type { CallTarget, Invocation } from './invocation';
import { mayUseJira } from './jira-port';
import type { JiraPort } from './jira-port';
import type { AppManifest } from './manifest';
import { realm } from './realm';

/** A part of the platform, reached by HTTP requests in the name of an invocation. */
export type Service = (request: Request, invocation: Invocation) => Response | Promise<Response>;

export interface SeamServices {
  clock: Clock;
  journal: Journal;
  faults: Faults;
  manifest: () => AppManifest;
  jira: JiraPort;
  world: OutsideWorld;
  kvs: Service;
  realtime: Service;
  queue: Service;
  graphql: Service;
  /** Whether Jira lets the app act as itself by now. */
  mayActAsApp: () => boolean;
  /** Ends an invocation like a process. */
  kill: (invocation: Invocation) => void;
}

/**
 * Where the `@forge/*` packages meet the platform: `__forge_fetch__` and the global `fetch` end here.
 * Each call is checked against the app's permissions, subject to the faults that are set, and recorded in the journal.
 */
export class Seam {
  private readonly services: SeamServices;

  constructor(services: SeamServices) {
    this.services = services;
  }

  /** What `__forge_fetch__` does. */
  call(invocation: Invocation, target: CallTarget, path: string, init?: RequestInit): Promise<Response> {
    const request = new Request(new URL(path, 'http://forge.invalid'), init);
    const name = targetName(target, path);
    if (name === undefined) return Promise.resolve(proxyError(400, 'INVALID_REMOTE'));
    return this.survivingly(invocation, () =>
      this.journalled(invocation, name, request, path, () => this.perform(invocation, target, name, request)),
    );
  }

  /** What the app's `fetch` does, that of `@forge/api` included. */
  fetch(invocation: Invocation, input: Parameters<typeof fetch>[0], init?: RequestInit): Promise<Response> {
    const request = new realm.Request(input, init);
    const { manifest, world } = this.services;
    return this.survivingly(invocation, () =>
      this.journalled(invocation, 'egress', request, request.url, () =>
        fetchOutside(request, manifest().backendEgress, world),
      ),
    );
  }

  /** Makes a call, unless the invocation is to be killed before or after it. */
  private async survivingly(invocation: Invocation, call: () => Promise<Response>): Promise<Response> {
    const killing = this.services.faults.killing(invocation.moduleKey, ++invocation.calls);
    if (!killing) return call();
    if (killing === 'after') await call().catch(() => undefined);
    this.services.kill(invocation);
    return new Promise<never>(() => undefined);
  }

  private async perform(
    invocation: Invocation,
    target: CallTarget,
    name: CallTargetName,
    request: Request,
  ): Promise<Response> {
    const { services } = this;
    if (name === 'kvs' || name === 'secret') {
      if (!this.scopes().includes('storage:app')) return missingStorageScope();
      return services.kvs(request, invocation);
    }
    if (name === 'jira') return this.jira(invocation, target, request);
    return services[name === 'egress' ? 'graphql' : name](request, invocation);
  }

  private async jira(invocation: Invocation, target: CallTarget, request: Request): Promise<Response> {
    const { jira, manifest } = this.services;
    const scopes = this.scopes();
    if (target.provider === 'app') {
      if (!this.services.mayActAsApp()) return notYetInstalled();
      const { appId, name } = manifest();
      return jira.rest.fetch(request, { actor: { kind: 'app', appId, name, scopes } });
    }
    // Acting as a given user without one being there needs a permission of its own, which this site does not know.
    const user = target.accountId === undefined ? invocation.user : undefined;
    if (target.provider !== 'user' || user === undefined || !mayUseJira(user))
      return proxyError(401, 'NEEDS_AUTHENTICATION_ERR');
    return jira.rest.fetch(request, { actor: { kind: 'user', user: user.login, scopes } });
  }

  private scopes(): string[] {
    return this.services.manifest().scopes;
  }

  private async journalled(
    invocation: Invocation,
    target: CallTargetName,
    { method, signal }: Request,
    path: string,
    perform: () => Promise<Response>,
  ): Promise<Response> {
    const { clock, faults, journal } = this.services;
    const startedAt = clock.now();
    let status = 0;
    try {
      const answer = await untilAborted(
        signal,
        faults.apply(target, `${method} ${path}`, () => {
          signal.throwIfAborted();
          return perform();
        }),
      );
      status = answer.status;
      return answer;
    } finally {
      journal.recordCall({
        at: new Date(startedAt).toISOString(),
        invocation: invocation.id,
        module: invocation.moduleKey,
        target,
        method,
        path,
        status,
        ms: clock.now() - startedAt,
      });
    }
  }
}

function targetName(target: CallTarget, path: string): CallTargetName | undefined {
  if (target.type === 'kvs') return path.startsWith('/api/v1/secret/') ? 'secret' : 'kvs';
  if (target.type === 'realtime') return 'realtime';
  if (target.type !== 'fpp') return undefined;
  if (target.remote === 'jira') return 'jira';
  if (target.remote !== 'stargate') return undefined;
  return path.startsWith('/webhook/queue/') ? 'queue' : 'graphql';
}

/** What Jira answers to an app that was installed only just now; status and words are unconfirmed. */
function notYetInstalled(): Response {
  return Response.json({ code: 401, message: 'Unauthorized' }, { status: 401 });
}

/** That it is refused is documented; the status and code are not. */
function missingStorageScope(): Response {
  return Response.json({ code: 'FORBIDDEN', message: 'The app has no scope storage:app' }, { status: 403 });
}
