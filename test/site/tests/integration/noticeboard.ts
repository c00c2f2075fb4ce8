import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { LocalSite, SiteOptions } from '../../local-site';
import { createSite } from '../../scheduled-site';
import type { ScheduledSite } from '../../scheduled-site';
import { startSite } from '../../site';
import type { Site } from '../../site';

const FOLDER = path.resolve(__dirname, '../noticeboard-app');

/** What a tool of the fixture's workshop answers. */
export interface ToolAnswer {
  got?: unknown;
  threw?: { name: string; code?: string; message: string; status?: number };
}

/** The fixture app on a local site, with short ways to its functions. */
export interface Noticeboard<S = Site> {
  site: S;
  /** A door of the site, as JSON. */
  door: (method: 'GET' | 'POST', path: string, body?: unknown) => Promise<{ status: number; body: unknown }>;
  /** `invoke()` from the app's issue panel. */
  board: (functionKey: string, payload?: unknown, at?: { as?: string; issue?: string }) => Promise<unknown>;
  /** A tool of the app's admin page, in the name of the admin. */
  tool: (name: string, payload?: unknown) => Promise<ToolAnswer>;
  /** Waits until the app has begun to use a tool. */
  untilUsing: (name: string) => Promise<void>;
  /** A POST to one of the app's web triggers. */
  trigger: (key: string, init?: RequestInit & { suffix?: string }) => Promise<Response>;
}

const running: Site[] = [];
const copies: string[] = [];

afterAll(async () => {
  for (const site of running) await site.close();
  for (const folder of copies) rmSync(folder, { recursive: true });
});

/** Starts the fixture app, until the test file ends; `manifest` rewrites its manifest first. */
export async function startNoticeboard(
  options: SiteOptions & { manifest?: (text: string) => string } = {},
): Promise<Noticeboard> {
  const { manifest, ...siteOptions } = options;
  const site = await startSite({ ...siteOptions, app: manifest ? copyWith(manifest) : FOLDER });
  running.push(site);
  return noticeboardOn(site);
}

/** The fixture app on a site whose clock stands still until it is moved, however long things take on this machine. */
export async function timelessNoticeboard(
  manifest: (text: string) => string,
): Promise<Noticeboard<ScheduledSite>> {
  return noticeboardOn(await createSite({ app: copyWith(manifest), latency: {} }));
}

function noticeboardOn<S extends LocalSite>(site: S): Noticeboard<S> {
  const door: Noticeboard['door'] = async (method, doorPath, body) => {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    const answer = await site.fetch(new Request(site.url + doorPath, init));
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
  };
  const invoke = async (body: object): Promise<unknown> => (await door('POST', '/site/invoke', body)).body;
  const tool: Noticeboard['tool'] = async (functionKey, payload) => {
    const answer = (await invoke({ module: 'workshop', as: 'admin', functionKey, payload })) as {
      value?: ToolAnswer;
      error?: { message: string };
    };
    if (!answer.value) throw new Error(answer.error?.message);
    return answer.value;
  };
  return {
    site,
    door,
    tool,
    board: (functionKey, payload, { as = 'agent', issue = 'HELP-1' } = {}) =>
      invoke({ module: 'board', as, issue, functionKey, payload }),
    untilUsing: async (name) => {
      while (!site.journal.app.some(({ text }) => text === `using ${name}`)) await new Promise(setImmediate);
    },
    trigger: async (key, { suffix = '', ...init } = {}) => {
      const { got: url } = await tool('trigger-url', { key });
      return site.fetch(new Request(String(url) + suffix, { method: 'POST', ...init }));
    },
  };
}

/** Another app of the same sources, in a folder of its own until the test file ends. */
export function copyWith(manifest: (text: string) => string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'noticeboard-'));
  copies.push(folder);
  cpSync(FOLDER, folder, { recursive: true });
  const file = path.join(folder, 'manifest.yml');
  writeFileSync(file, manifest(readFileSync(file, 'utf8')));
  return folder;
}
