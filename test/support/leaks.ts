import { callerCodeOf } from './caller-code';
import type { Site } from 'local-site/site';

interface Stored {
  kvs: { entities: Record<string, Record<string, unknown> | undefined> };
  jira: unknown;
  queue: unknown;
  secrets: Record<string, unknown>;
  incode: { messages: { link: string }[]; webhooks: { headers: Record<string, string> }[] };
}

/** Too short a text is found anywhere by chance. */
const SHORTEST = 10;

/** The forms in which a secret could hide. */
export function formsOf(secret: string): string[] {
  const base64 = Buffer.from(secret).toString('base64').replace(/=+$/, '');
  const inside = [1, 2].map((offset) =>
    // Whatever stands before shifts base64 by up to two bytes; the middle of the text stays recognisable.
    Buffer.from('x'.repeat(offset) + secret)
      .toString('base64')
      .slice(4, -4),
  );
  return [secret, base64, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), ...inside];
}

/** All that a site holds and only the secret store, Incode and the phone may know, by what it is. */
export function secretsOf(site: Site): [what: string, secret: string][] {
  const { secrets, incode } = site.state() as Stored;
  const stored = Object.entries(secrets).flatMap(([key, value]) =>
    textsIn(value).map((text): [string, string] => [key, text]),
  );
  const links = incode.messages.flatMap(({ link }): [string, string][] => [
    ['link', link],
    ['link secret', link.split('/').at(-1) ?? ''],
  ]);
  const headers = incode.webhooks
    .flatMap((webhook) => Object.values(webhook.headers))
    .map((value): [string, string] => ['webhook secret', value]);
  return [...stored, ...links, ...headers].filter(([, secret]) => secret.length >= SHORTEST);
}

/**
 * What was left of a site's secrets, by what they are, in storage, tickets, queue, log or paths of calls, or in what
 * else was `heard` of the app.
 */
export function leaksOf(site: Site, heard: string[] = []): string[] {
  const { kvs, jira, queue } = site.state() as Stored;
  const recorded = JSON.stringify([kvs, jira, queue, site.journal.app, site.journal.calls, heard]);
  const leaked = secretsOf(site).filter(([, secret]) =>
    formsOf(secret).some((form) => recorded.includes(form)),
  );
  const codes = codesOf(site).filter((code) => new RegExp(`(?<![\\da-z])${code}(?![\\da-z])`).test(recorded));
  return [...new Set([...leaked.map(([what]) => what), ...codes.map(() => 'caller’s code')])];
}

/** The codes of all sessions. Six digits in a row are found anywhere; by themselves they are a code. */
function codesOf(site: Site): string[] {
  const { kvs, secrets } = site.state() as Stored;
  if (secrets['pseudonym-key'] === undefined) return [];
  return Object.keys(kvs.entities['verification'] ?? {}).map((id) => callerCodeOf(secrets, id));
}

function textsIn(value: unknown): string[] {
  const texts: unknown[] = typeof value === 'object' && value !== null ? Object.values(value) : [value];
  return texts.filter((text) => typeof text === 'string');
}
