/** The site's users have their login name for a password. */
export function basicAuth(user: string): string {
  return `Basic ${btoa(`${user}:${user}`)}`;
}
