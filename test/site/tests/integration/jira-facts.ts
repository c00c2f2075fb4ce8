/** What a route takes and answers. */
export interface RouteFacts {
  /** The classic scopes that it asks for. */
  scopes: string[];
  /** The JSON schema of what is sent. */
  body?: object;
  /** The JSON schema of each answer, by its status; one without fields may hold anything. */
  answers: Record<string, object>;
}

/** Routes by their method and template, in which `{}` stands for any parameter; and the schemas that they refer to. */
export interface JiraFacts {
  routes: Record<string, RouteFacts>;
  schemas: Record<string, object>;
}

/** A route of the site as the table names it. */
export function templateOf(route: string): string {
  return inVersion3(route).replace(/:\w+/g, '{}');
}

/** What the site serves of the older version differs from the newer one in no way, and is not described apart. */
export function inVersion3(path: string): string {
  return path.replace(/^\/rest\/api\/2\//, '/rest/api/3/');
}
