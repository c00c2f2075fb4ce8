/** The address, if it is one of this site, with the user who looks at it; other addresses stay as they are. */
export function asUser(address: string, login: string): string {
  return withQuery(address, { as: login });
}

/** This page in another language. */
export function inLanguage(locale: string): string {
  return withQuery(location.href, { locale });
}

/** The language that the page was asked for in, if it was. */
export function chosenLocale(): string | undefined {
  return new URLSearchParams(location.search).get('locale') ?? undefined;
}

/** Whether the address names no user of the site. */
export function isAnonymous(users: readonly { login: string }[]): boolean {
  const login = new URLSearchParams(location.search).get('as');
  return !users.some((each) => each.login === login);
}

/** Links keep the language that the page was asked for in. */
function withQuery(address: string, query: Record<string, string>): string {
  const url = new URL(address, location.origin);
  if (url.origin !== location.origin) return url.href;
  const locale = chosenLocale();
  const whole = { ...(locale !== undefined && { locale }), ...query };
  for (const [name, value] of Object.entries(whole)) url.searchParams.set(name, value);
  return `${url.pathname}${url.search}${url.hash}`;
}
