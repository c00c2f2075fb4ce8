import { Hono, type Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from 'zod';
import { EVENTS, type Environment, type IncodeData, type Message, type Session } from './model';
import type { Credentials } from './oauth';
import { enrolledEmployee, type Employee } from './organisation';
import { employeeName, type Refusal, type Sessions } from './sessions';
import type { IncodeSwitches } from './switches';
import { dashboardView, messageView } from './views';

const ENVIRONMENT = z.enum(['demo', 'production']);
const ADDRESS = z.url({ protocol: /^https?$/, error: 'must be an http or https address' });
const WEBHOOKS = z.object({
  events: z.array(z.enum(EVENTS)).min(1),
  url: ADDRESS,
  oauth: z
    .object({ tokenUrl: ADDRESS, clientId: z.string().min(1), clientSecret: z.string().min(1) })
    .exactOptional(),
  headers: z.record(
    z.string().regex(/^[\w!#$%&'*+.^`|~-]+$/, 'is no name of a header'),
    z.string().regex(/^[\x20-\x7e]*$/, 'must be printable ASCII'),
  ),
});
const REVIEW = z.object({ outcome: z.enum(['passed', 'failed']) });
const FINISH = z.object({ outcome: z.enum(['pass', 'fail', 'review']) });
const FOREIGN_SESSION = z.object({ loginHint: z.string(), environment: ENVIRONMENT.default('demo') });

const REFUSALS: Readonly<Record<Refusal, [status: ContentfulStatusCode, message: string]>> = {
  ended: [410, 'This link has ended.'],
  done: [409, 'This verification is done.'],
  'not opened': [409, 'The link has not been opened.'],
  'not in review': [409, 'This session does not wait for a review.'],
};

interface Options {
  data: () => IncodeData;
  changed: () => void;
  credentials: Credentials;
  sessions: Sessions;
  switches: IncodeSwitches;
}

/** The control API behind Incode's pages: the dashboard, the employee's phone, and what opens behind a link. */
export function incodePages(options: Options): Hono {
  const pages = new Hono();
  pages.onError((error, c) => {
    if (!(error instanceof HTTPException)) throw error;
    return c.json({ error: error.message }, error.status);
  });
  dashboardRoutes(pages, options);
  webhookRoutes(pages, options);
  employeeRoutes(pages, options);
  return pages;
}

function dashboardRoutes(pages: Hono, { changed, credentials, data, sessions, switches }: Options): void {
  pages.get('/incode/dashboard/data', (c) => c.json(dashboardView(data(), switches)));

  pages.post('/incode/dashboard/integrations/:environment/client-secret', (c) => {
    const environment = ENVIRONMENT.safeParse(c.req.param('environment')).data;
    if (!environment) throw problem(404, 'There is no such environment.');
    const clientSecret = credentials.generateSecret(environment);
    changed();
    return c.json({ clientSecret });
  });

  pages.post('/incode/dashboard/sessions/:interviewId/review', async (c) => {
    const session = sessions.byId(c.req.param('interviewId'));
    if (!session) throw problem(404, 'There is no such session.');
    const { outcome } = await bodyOf(c, REVIEW);
    allow(sessions.review(session, outcome));
    return c.body(null, 204);
  });

  // Started by another integration of the same organisation.
  pages.post('/incode/dashboard/sessions', async (c) => {
    const { environment, loginHint } = await bodyOf(c, FOREIGN_SESSION);
    const employee = enrolledEmployee(loginHint);
    if (!employee) throw problem(400, `${loginHint} is not enrolled.`);
    const { session } = sessions.start({ ...foreignSession(employee, environment), loginHint });
    return c.json({ interviewId: session.interviewId }, 201);
  });
}

function webhookRoutes(pages: Hono, { changed, data }: Options): void {
  pages.put('/incode/dashboard/webhooks', async (c) => {
    const { events, ...webhook } = await bodyOf(c, WEBHOOKS);
    const others = data().webhooks.filter(({ event }) => !events.includes(event));
    data().webhooks = [...others, ...events.map((event) => ({ event, ...structuredClone(webhook) }))];
    changed();
    return c.body(null, 204);
  });

  pages.delete('/incode/dashboard/webhooks/:event', (c) => {
    const event = c.req.param('event');
    data().webhooks = data().webhooks.filter((webhook) => webhook.event !== event);
    changed();
    return c.body(null, 204);
  });
}

function employeeRoutes(pages: Hono, { data, sessions }: Options): void {
  pages.get('/phone/data', (c) => c.json({ messages: data().messages.map(messageView).reverse() }));

  pages.get('/verify/:token/data', (c) => c.json(linkView(sessions, linked(sessions, c))));

  pages.post('/verify/:token/open', (c) => {
    const session = linked(sessions, c);
    allow(sessions.open(session));
    return c.json(linkView(sessions, session));
  });

  pages.post('/verify/:token/finish', async (c) => {
    const session = linked(sessions, c);
    const { outcome } = await bodyOf(c, FINISH);
    allow(sessions.finish(session, outcome));
    return c.json(linkView(sessions, session));
  });
}

function linkView(sessions: Sessions, session: Session) {
  return {
    state: sessions.linkState(session),
    employeeName: employeeName(session),
    endsAt: new Date(session.linkEndsAt).toISOString(),
  };
}

function linked(sessions: Sessions, c: Context): Session {
  const session = sessions.byToken(c.req.param('token') ?? '');
  if (!session) throw problem(404, 'This link is not known.');
  return session;
}

function foreignSession(employee: Employee, environment: Environment) {
  const { email, phone } = employee;
  const delivery: { channel: Message['channel']; to: string } = phone
    ? { channel: 'sms', to: phone }
    : { channel: 'email', to: email };
  return { employee, environment, linkValidityInMinutes: 10, ...delivery };
}

function allow(refusal: Refusal | undefined): void {
  if (refusal) throw problem(...REFUSALS[refusal]);
}

async function bodyOf<T>(c: Context, schema: z.ZodType<T>): Promise<T> {
  const json = await c.req.json<unknown>().catch(() => {
    throw problem(400, 'The body is not JSON.');
  });
  const body = schema.safeParse(json);
  if (body.success) return body.data;
  const [issue] = body.error.issues;
  throw problem(400, `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim());
}

function problem(status: ContentfulStatusCode, message: string): HTTPException {
  return new HTTPException(status, { message });
}
