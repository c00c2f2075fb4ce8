import type { MiddlewareHandler } from 'hono';
import { JiraError } from './errors';
import type { JiraUser } from './model';
import type { JiraSite } from './jira-site';

/**
 * Who calls Jira when it is not HTTP Basic: a user through an app (`asUser`), or the app itself (`asApp`).
 * `user` is a login name. Without `scopes` a user is not limited to any.
 */
export type Actor =
  | { kind: 'user'; user: string; scopes?: string[] }
  | { kind: 'app'; appId: string; name: string; scopes: string[] };

/** The account a call is made with, and the OAuth scopes it is limited to, if any. */
export interface Caller {
  user: JiraUser;
  scopes?: readonly string[];
  /** The app that calls as itself. */
  appId?: string;
}

export interface JiraEnv {
  Bindings: { actor?: Actor };
  Variables: { caller: Caller };
}

/** Finds out who calls: the actor handed in by the site, else HTTP Basic `<user>:<user>`; 401 without either. */
export function authenticate(site: JiraSite): MiddlewareHandler<JiraEnv> {
  return async (c, next) => {
    // `env` is undefined when an app is called in-process without one.
    const actor = (c.env as JiraEnv['Bindings'] | undefined)?.actor;
    const caller = actor ? actorCaller(site, actor) : basicCaller(site, c.req.header('authorization'));
    if (!caller) throw new JiraError(401, 'Client must be authenticated to access this resource.');
    c.set('caller', caller);
    await next();
  };
}

/** Lets pass only callers that may use the classic OAuth scope that the official description names for a route. */
export function scope(needed: string): MiddlewareHandler<JiraEnv> {
  return async (c, next) => {
    const { scopes } = c.var.caller;
    if (!scopes || scopes.includes(needed)) {
      await next();
      return;
    }
    return c.json({ code: 401, message: 'Unauthorized; scope does not match' }, 401);
  };
}

function actorCaller(site: JiraSite, actor: Actor): Caller | undefined {
  if (actor.kind === 'app') {
    const { appId, name, scopes } = actor;
    return { user: site.appUser(appId, name), scopes, appId };
  }
  const user = site.userByLogin(actor.user);
  return user && { user, ...(actor.scopes && { scopes: actor.scopes }) };
}

/** `<user>:<user>`; stock clients insist on an address for the name, so the user's address will do there. */
function basicCaller(site: JiraSite, header: string | undefined): Caller | undefined {
  const encoded = /^Basic (\S+)$/i.exec(header ?? '')?.[1] ?? '';
  const [name = '', password] = Buffer.from(encoded, 'base64').toString().split(':');
  const user = site.userByLogin(name) ?? site.userByEmail(name);
  return user?.login !== undefined && user.login === password ? { user } : undefined;
}
