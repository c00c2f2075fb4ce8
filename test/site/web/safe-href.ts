/** The address, or `#` if it would run a script in the page. */
export function safeHref(address: string): string {
  return /^\s*(https?:|mailto:|tel:|[/#?]|[^:]*$)/i.test(address) ? address : '#';
}
