import { Hono } from 'hono';
import { z } from 'zod';
import { INCODE_SWITCHES_SCHEMA, type IncodeSwitches } from '../incode/switches';
import { JIRA_SWITCHES_SCHEMA, type JiraSwitches } from '../jira/switches';
import type { Site } from '../site';

const body = z.strictObject({
  jira: JIRA_SWITCHES_SCHEMA.partial().exactOptional(),
  incode: INCODE_SWITCHES_SCHEMA.partial().exactOptional(),
});

/** How Jira and Incode behave where that is unconfirmed, or where things go wrong; a reset puts it back. */
export function switchDoors({ incode, jira }: Pick<Site, 'incode' | 'jira'>): Hono {
  const doors = new Hono();
  doors.post('/site/switches', async (c) => {
    const switches = body.parse(await c.req.json());
    // JSON has no `undefined`.
    if (switches.jira) jira.setSwitches(switches.jira as Partial<JiraSwitches>);
    if (switches.incode) incode.setSwitches(switches.incode as Partial<IncodeSwitches>);
    return c.json({ jira: jira.switches, incode: incode.switches });
  });
  return doors;
}
