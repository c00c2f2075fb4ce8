import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import type { Rule, RuleDraft } from '../automation/rule';
import { ruleSchema } from '../automation/rule';
import { DEFAULT_LOCALE, textFor } from '../forge/translations';
import type { LocalSite } from '../local-site';
import { notThere } from './place';

const enabledBody = z.strictObject({ isEnabled: z.boolean() });
const runBody = z.strictObject({ issue: z.string() });

type Parts = Pick<LocalSite, 'automation' | 'forge' | 'jira'>;

/** Rules of Automation, what they can be made of, and their log. */
export function automationRoutes(site: Parts): Hono {
  const { automation, forge, jira } = site;
  const routes = new Hono();
  routes.get('/site/automation', (c) => {
    const { manifest } = forge;
    const locale = c.req.query('locale') ?? DEFAULT_LOCALE;
    const fields = manifest.customFields.map(({ key, name }) => ({
      key,
      name: textFor(manifest, name, locale),
    }));
    const actions = manifest.actions.map(({ key, name, description, inputs }) => ({
      key,
      name,
      description,
      inputs,
    }));
    return c.json({ rules: automation.rules, log: automation.log, actions, fields });
  });
  routes.post('/site/automation/rules', async (c) => {
    const draft = ruleSchema.parse(await c.req.json());
    refuseUnknown(site, draft);
    return c.json(automation.add(draft), 201);
  });
  routes.put('/site/automation/rules/:id', async (c) => {
    automation.enable(ruleOf(site, c.req.param('id')), enabledBody.parse(await c.req.json()).isEnabled);
    return c.body(null, 204);
  });
  routes.delete('/site/automation/rules/:id', (c) => {
    automation.remove(ruleOf(site, c.req.param('id')));
    return c.body(null, 204);
  });
  routes.post('/site/automation/rules/:id/run', async (c) => {
    const rule = ruleOf(site, c.req.param('id'));
    const { issue: wanted } = runBody.parse(await c.req.json());
    const issue = jira.issue(wanted);
    if (!issue) throw notThere(`There is no issue ${wanted}`);
    await automation.run(rule, issue.key);
    return c.json(automation.log.at(-1));
  });
  return routes;
}

function ruleOf({ automation }: Parts, id: string): Rule {
  const rule = automation.rules.find((each) => String(each.id) === id);
  if (!rule) throw notThere(`There is no rule ${id}`);
  return rule;
}

/** @throws HTTPException naming the user, action or field that does not exist */
function refuseUnknown({ forge, jira }: Parts, { as, component, trigger }: RuleDraft): void {
  const { actions, customFields } = forge.manifest;
  if (!jira.users().some(({ login }) => login === as)) throw refused(`There is no user ${as}`);
  if (component.kind === 'action' && !actions.some(({ key }) => key === component.action))
    throw refused(`The app offers Automation no action ${component.action}`);
  if (trigger.kind === 'field-changed' && !customFields.some(({ key }) => key === trigger.field))
    throw refused(`The app has no field ${trigger.field}`);
}

function refused(message: string): HTTPException {
  return new HTTPException(400, { message });
}
