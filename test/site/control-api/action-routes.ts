import { Hono } from 'hono';
import { z } from 'zod';
import type { LocalSite } from '../local-site';
import { notThere } from './place';

const actionBody = z.strictObject({
  as: z.string(),
  inputs: z.record(z.string(), z.unknown()).default({}),
  /** Which issue the rule runs for. */
  issue: z.string().exactOptional(),
});

/** Runs one of the app's actions as a rule of Automation would. */
export function actionRoutes({ forge, jira }: Pick<LocalSite, 'forge' | 'jira'>): Hono {
  const routes = new Hono();
  routes.post('/site/action/:key', async (c) => {
    const { as, inputs, issue: issueKey } = actionBody.parse(await c.req.json());
    const key = c.req.param('key');
    const action = forge.manifest.actions.find((each) => each.key === key);
    if (!action) throw notThere(`The app offers Automation no action ${key}`);
    const user = jira.users().find(({ login }) => login === as);
    if (!user) throw notThere(`There is no user ${as}`);
    const issue = issueKey === undefined ? undefined : jira.issue(issueKey);
    if (issueKey !== undefined && !issue) throw notThere(`There is no issue ${issueKey}`);
    return c.json(await forge.actions.run({ action, inputs, user, ...(issue && { issue }) }));
  });
  return routes;
}
