import { Hono } from 'hono';
import { authenticate, type JiraEnv } from './actor';
import { answerError } from './errors';
import type { JiraSite } from './jira-site';
import { issueWriteLimit, rateLimit } from './rate-limit';
import { appFieldRoutes } from './routes/app-fields';
import { commentRoutes } from './routes/comments';
import { fieldRoutes } from './routes/fields';
import { issueRoutes } from './routes/issues';
import { moveRoutes } from './routes/moves';
import { permissionRoutes } from './routes/permissions';
import { projectRoutes } from './routes/projects';
import { propertyRoutes } from './routes/properties';
import { searchRoutes } from './routes/search';
import { serviceDeskRoutes } from './routes/service-desks';
import { statusRoutes } from './routes/statuses';
import { transitionRoutes } from './routes/transitions';
import { userRoutes } from './routes/users';
import { jiraDate } from './views';

/** Jira's REST API on this site. */
export function restApi(site: JiraSite): Hono<JiraEnv> {
  const rest = new Hono<JiraEnv>();
  rest.onError(answerError);
  // A 404 would say that the issue does not exist.
  rest.notFound((c) => {
    const message = `The local Jira has no ${c.req.method} ${c.req.path}`;
    site.complain(message);
    return c.json({ errorMessages: [message], errors: {} }, 501);
  });
  rest.get('/rest/api/3/serverInfo', (c) => c.json(serverInfo(site)));
  const checks = [authenticate(site), rateLimit(site), issueWriteLimit(site)] as const;
  rest.use('/rest/api/2/*', ...checks);
  rest.use('/rest/api/3/*', ...checks);
  rest.use('/rest/servicedeskapi/*', authenticate(site), rateLimit(site));
  for (const routes of [
    userRoutes,
    permissionRoutes,
    issueRoutes,
    moveRoutes,
    commentRoutes,
    propertyRoutes,
    transitionRoutes,
    projectRoutes,
    statusRoutes,
    searchRoutes,
    fieldRoutes,
    appFieldRoutes,
  ]) {
    rest.route('/rest/api/3', routes(site));
  }
  // Properties hold no texts, in which alone the versions differ; hooks of `@forge/react` call the older one.
  rest.route('/rest/api/2', propertyRoutes(site));
  rest.route('/rest/servicedeskapi', serviceDeskRoutes(site));
  return rest;
}

function serverInfo(site: JiraSite) {
  return {
    baseUrl: site.baseUrl,
    displayUrl: site.baseUrl,
    version: '1001.0.0-SNAPSHOT',
    versionNumbers: [1001, 0, 0],
    deploymentType: 'Cloud',
    serverTime: jiraDate(site.clock.now()),
    serverTimeZone: 'Etc/UTC',
    serverTitle: 'Jira',
  };
}
