/** The address, if it is one of this site, with the user who looks at it; other addresses stay as they are. */
export function asUser(address: string, login: string): string {
  const url = new URL(address, location.origin);
  if (url.origin !== location.origin) return url.href;
  url.searchParams.set('as', login);
  return `${url.pathname}${url.search}${url.hash}`;
}
