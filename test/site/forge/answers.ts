/** An answer that the platform's proxy gives in the product's stead; `@forge/api` turns it into an error. */
export function proxyError(status: number, reason: string): Response {
  return Response.json(
    { code: status, message: reason },
    { status, headers: { 'forge-proxy-error': reason } },
  );
}

/** GraphQL's way of answering with a failure: status 200. */
export function graphqlError(message: string): Response {
  return Response.json({ data: null, errors: [{ message }] });
}

export function graphqlData(data: unknown): Response {
  return Response.json({ data });
}
