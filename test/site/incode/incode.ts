import type { Hono } from 'hono';
import type { Clock } from '../clock';
import type { Randomness } from '../random';
import { incodeApi } from './api';
import { Deliveries, type Post } from './deliveries';
import type { IncodeData } from './model';
import { Credentials } from './oauth';
import { INTEGRATIONS } from './organisation';
import { incodePages } from './pages';
import { Sessions } from './sessions';
import { INCODE_SWITCHES, type IncodeSwitches } from './switches';
import { incodeState, type IncodeState } from './views';

/** An emulated Incode with one organisation, its directory, and its employees' phone. */
export interface Incode {
  /** The official hosts that `api` serves. */
  hosts: readonly string[];
  /** OAuth and the API, for requests to one of `hosts`. */
  api: Hono;
  /** What the pages of dashboard, phone and verification call, at `/incode/dashboard`, `/phone` and `/verify`. */
  pages: Hono;
  state(): IncodeState;
  snapshot(): unknown;
  restore(snapshot: unknown): void;
  reset(): void;
  /** Changed in place, or by `setSwitches`, which tells of the change. */
  switches: IncodeSwitches;
  setSwitches(switches: Partial<IncodeSwitches>): void;
}

export interface IncodeOptions {
  clock: Clock;
  /** Where ids, secrets and tokens come from. */
  random: Randomness;
  /** Called after each change. */
  changed: () => void;
  /** Delivers webhooks. */
  post: Post;
  /** Where the site is reached, without a slash at the end; links lead there. */
  baseUrl: string;
  /** How it behaves after each reset, where that is left open. */
  switches?: Partial<IncodeSwitches>;
}

/** Makes an Incode with its seed: employees and integrations, but no client secret and no webhook yet. */
export function createIncode(options: IncodeOptions): Incode {
  const { baseUrl, changed, clock, post, random } = options;
  const switches = structuredClone({ ...INCODE_SWITCHES, ...options.switches });
  let current = seed();
  const data = () => current;
  const deliveries = new Deliveries({ clock, random, post, changed, data, switches });
  const credentials = new Credentials({ clock, random, data, switches });
  const sessions = new Sessions({ clock, random, changed, baseUrl, data, deliveries, switches });
  const replace = (next: IncodeData) => {
    current = next;
    deliveries.resume();
    changed();
  };
  return {
    hosts: Object.values(INTEGRATIONS).flatMap(({ apiHost, authHost }) => [authHost, apiHost]),
    api: incodeApi({ clock, data, credentials, sessions, switches }),
    pages: incodePages({ data, changed, credentials, sessions, switches }),
    state: () => incodeState(current, switches),
    snapshot: () => structuredClone(current),
    restore: (snapshot) => {
      replace(structuredClone(snapshot) as IncodeData);
    },
    switches,
    setSwitches: (some) => {
      Object.assign(switches, some);
      changed();
    },
    reset: () => {
      Object.assign(switches, structuredClone({ ...INCODE_SWITCHES, ...options.switches }));
      replace(seed());
    },
  };
}

function seed(): IncodeData {
  return {
    clientSecrets: {},
    accessTokens: [],
    sessions: [],
    messages: [],
    webhooks: [],
    deliveries: [],
    answers: 0,
  };
}
