import { realm } from './realm';

/** Answers requests for a host of the outside world; `undefined` where nothing on this site serves it. */
export type OutsideWorld = (request: Request) => Promise<Response> | undefined;

/**
 * Does a fetch to the outside world, if the manifest names its host.
 * @throws an error named REQUEST_EGRESS_ALLOWLIST_ERR for other hosts; a TypeError where the host cannot be reached
 * @see https://developer.atlassian.com/platform/forge/runtime-egress-permissions/
 */
export async function fetchOutside(
  request: Request,
  allowed: string[],
  world: OutsideWorld,
): Promise<Response> {
  if (!isAllowed(new URL(request.url), allowed)) throw notAllowed(request.url);
  const answer = world(request);
  if (!answer)
    throw new realm.TypeError('fetch failed', {
      cause: new realm.Error(`ENOTFOUND ${new URL(request.url).hostname}`),
    });
  return answer;
}

/** Whether one of the manifest's addresses (`https://a.example`, `*.a.example`, `*`) stands for the URL's host. */
function isAllowed(url: URL, addresses: string[]): boolean {
  return addresses.some((address) => {
    if (address === '*') return true;
    const [, scheme = 'https', host = ''] = /^(?:(\w+):\/\/)?([^/?#]*)/.exec(address) ?? [];
    return `${scheme}:` === url.protocol && hostMatches(url.host, host);
  });
}

function hostMatches(host: string, pattern: string): boolean {
  return pattern.startsWith('*')
    ? host.endsWith(pattern.slice(1)) && host.length >= pattern.length
    : host === pattern;
}

function notAllowed(url: string): Error {
  const error = new realm.Error(
    `URL not included in the external fetch backend permissions: ${url}. Visit go.atlassian.com/forge-egress for more information.`,
  );
  return Object.assign(error, { name: 'REQUEST_EGRESS_ALLOWLIST_ERR', status: 403 });
}
