import type { WebTriggers } from './web-triggers';

/**
 * Answers what `@forge/api` asks of Stargate, Atlassian's gateway, beside the queue.
 * @see https://developer.atlassian.com/platform/forge/user-privacy-guidelines/
 */
export function answerStargate(request: Request, webTriggers: WebTriggers): Response | Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname === '/graphql') return webTriggers.handle(request);
  // Reported accounts are all active here.
  if (pathname === '/app/report-accounts') return new Response(null, { status: 204 });
  return Response.json({ message: `This site does not serve ${pathname}` }, { status: 404 });
}
