/** The address if a click on it can only open something; `#` for one that would run a script in the page. */
export function safeHref(address: string): string {
  return /^\s*(https?:|mailto:|tel:|[/#?]|[^:]*$)/i.test(address) ? address : '#';
}
