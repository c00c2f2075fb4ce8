/** The words of an error, whether it was thrown here or came over the bridge as a plain object. */
export function messageOf(error: unknown): string {
  if (typeof error === 'string') return error;
  const message =
    typeof error === 'object' && error !== null && 'message' in error ? error.message : undefined;
  return typeof message === 'string' && message ? message : 'An error without a message.';
}
