import { z } from 'zod';

const graphqlRequest = z.object({ query: z.string(), variables: z.unknown().optional() });

/** An answer that the platform's proxy gives in the product's stead; `@forge/api` turns it into an error. */
export function proxyError(status: number, reason: string): Response {
  return Response.json(
    { code: status, message: reason },
    { status, headers: { 'forge-proxy-error': reason } },
  );
}

/** Answers a GraphQL request; a ZodError of `answer` is a failure of the request's variables. */
export async function answerGraphql(
  request: Request,
  answer: (query: string, variables: unknown) => Response,
): Promise<Response> {
  const { query, variables } = graphqlRequest.parse(await request.json());
  try {
    return answer(query, variables);
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    return graphqlError(z.prettifyError(error));
  }
}

/** GraphQL's way of answering with a failure: status 200. */
export function graphqlError(message: string): Response {
  return Response.json({ data: null, errors: [{ message }] });
}

export function graphqlData(data: unknown): Response {
  return Response.json({ data });
}
