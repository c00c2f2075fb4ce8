import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import { DEFAULT_LOCALE, textFor } from '../forge/translations';
import type { LocalSite } from '../local-site';

const transition = z.strictObject({
  id: z.string(),
  name: z.string(),
  from: z.array(z.string()).min(1),
  to: z.string(),
  requires: z.literal('resolution').exactOptional(),
  validators: z.array(z.string()).exactOptional(),
});
const workflowBody = z.strictObject({ project: z.string(), transitions: z.array(transition) });

/** The workflow of each project, and which of the app's validators stand on which transition. */
export function workflowRoutes({ forge, jira }: Pick<LocalSite, 'forge' | 'jira'>): Hono {
  const routes = new Hono();
  routes.get('/site/workflow', (c) => {
    const locale = c.req.query('locale') ?? DEFAULT_LOCALE;
    const validators = forge.manifest.validators.map(({ key, name }) => ({
      key,
      name: textFor(forge.manifest, name, locale),
    }));
    return c.json({ workflows: jira.workflows(), validators });
  });
  routes.put('/site/workflow', async (c) => {
    const { project, transitions } = workflowBody.parse(await c.req.json());
    const known = new Set(forge.manifest.validators.map(({ key }) => key));
    const stray = transitions.flatMap(({ validators = [] }) => validators).find((key) => !known.has(key));
    if (stray !== undefined) throw refused(`The app has no validator ${stray}`);
    try {
      jira.setWorkflow(project, transitions);
    } catch (error) {
      throw refused((error as Error).message);
    }
    return c.body(null, 204);
  });
  return routes;
}

function refused(message: string): HTTPException {
  return new HTTPException(400, { message });
}
