import { Hono, type HonoRequest } from 'hono';
import { scope, type Caller, type JiraEnv } from '../actor';
import { answerServiceDeskError, JiraError } from '../errors';
import type { JiraSite } from '../jira-site';
import type { Project } from '../model';
import { visibleProjects } from '../permissions';
import { requestTypeView, type ServiceDesk } from '../request-types';

/** The documented default and limit of a page. */
const LONGEST_PAGE = 100;

/** Service desks and what can be asked of them, at `/rest/servicedeskapi`. @see https://developer.atlassian.com/cloud/jira/service-desk/rest/api-group-servicedesk/ */
export function serviceDeskRoutes({ baseUrl }: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  routes.onError(answerServiceDeskError);
  const self = (path: string) => `${baseUrl}/rest/servicedeskapi/servicedesk${path}`;

  routes.get('/servicedesk', scope('read:servicedesk-request'), (c) => {
    const desks = desksSeenBy(c.var.caller).map(({ project: { id, key, name, typeKey }, desk }) => ({
      id: desk.id,
      projectId: id,
      projectName: name,
      projectKey: key,
      projectTypeKey: typeKey,
      _links: { self: self(`/${desk.id}`) },
    }));
    return c.json(pageOf(desks, c.req, self('')));
  });

  routes.get('/servicedesk/:desk/requesttype', scope('read:servicedesk-request'), (c) => {
    const { desk, project } = deskNamed(c.var.caller, c.req.param('desk'));
    const types = desk.requestTypes
      .filter(({ name, description }) => matches([name, description], c.req.query('searchQuery') ?? ''))
      .map((type) => requestTypeView(baseUrl, desk, type, project));
    return c.json(pageOf(types, c.req, self(`/${desk.id}/requesttype`)));
  });

  return routes;
}

function desksSeenBy(caller: Caller): { project: Project; desk: ServiceDesk }[] {
  return visibleProjects(caller).flatMap((project) =>
    project.serviceDesk ? [{ project, desk: project.serviceDesk }] : [],
  );
}

/** A service desk by its own id, or by the key of its project. */
function deskNamed(caller: Caller, idOrKey: string) {
  const found = desksSeenBy(caller).find(({ desk, project }) => [desk.id, project.key].includes(idOrKey));
  if (found) return found;
  throw new JiraError(404, `The Service Desk with id ${idOrKey} does not exist or is not visible.`);
}

/** Whether a word in one of the texts begins so, in any case. */
function matches(texts: readonly string[], query: string): boolean {
  return texts.some((text) => ` ${text}`.toLowerCase().includes(` ${query.trim()}`.toLowerCase()));
}

/** One page in the form of this API: `start`, `limit`, `isLastPage`. */
function pageOf<T>(all: readonly T[], request: HonoRequest, self: string) {
  const [start, limit] = [
    number(request, 'start', 0),
    Math.min(number(request, 'limit', LONGEST_PAGE), LONGEST_PAGE),
  ];
  const values = all.slice(start, start + limit);
  const isLastPage = start + values.length >= all.length;
  const next = new URL(request.url).searchParams;
  next.set('start', String(start + values.length));
  next.set('limit', String(limit));
  return {
    size: values.length,
    start,
    limit,
    isLastPage,
    _links: {
      self,
      base: new URL(self).origin,
      ...(!isLastPage && { next: `${self}?${next.toString()}` }),
    },
    values,
  };
}

function number(request: HonoRequest, name: string, otherwise: number): number {
  const value = Number(request.query(name) ?? otherwise);
  if (!Number.isInteger(value) || value < 0) throw new JiraError(400, `'${name}' must be a whole number.`);
  return value;
}
