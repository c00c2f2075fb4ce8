import type { ScheduledSite } from 'local-site/scheduled-site';
import type { Comment, Facts, Happened, IssueFacts, OwnWebhook, SessionFacts, Told } from './facts';
import { SiteActions } from './site-actions';
import type { EventName } from './steps';

/** Incode gives up waiting for an answer after this long, so a delivery has taken effect by then. */
const DELIVERY_MS = 10_000;
const MARK = 'incode-verification';

/** Looks at Incode, at Jira, and at the panel, and at nothing that the app keeps for itself. */
export async function gather(site: ScheduledSite, happened: Happened): Promise<Facts> {
  const { sends, gates, webhooks, rule, waiting, slowMs, wasJiraOut } = happened;
  const keys = [...new Set([...sends, ...gates].map(({ issue }) => issue))];
  const issues: IssueFacts[] = [];
  for (const key of keys) issues.push(await issueFacts(site, key, happened));
  const queued = eventsOfRequests(site);
  return {
    now: site.clock.now(),
    sends,
    sessions: site.incode.state().sessions.map((session) => sessionFacts(site, session, webhooks)),
    issues,
    rule,
    slowMs,
    wasJiraOut,
    waiting: [...waiting, ...(queued > 0 ? [`${queued} events wait in the queue`] : [])],
  };
}

/** How many events wait that speak of a request which exists; whether another comes back is asked for hours. */
function eventsOfRequests(site: ScheduledSite): number {
  const existing = new Set<unknown>(site.jira.state().issues.map(({ id }) => id));
  const { events } = site.forge.queue.snapshot();
  return events.filter(({ body }) => existing.has(body['issueId'])).length;
}

async function issueFacts(
  site: ScheduledSite,
  key: string,
  { gates, moves, objections, codes, looks }: Happened,
): Promise<IssueFacts> {
  const panel = await new SiteActions(site).panel(key);
  const issue = site.jira.state().issues.find((each) => each.key === key);
  const all = (issue?.comments ?? [])
    .filter(({ author }) => author?.accountType === 'app')
    .map(({ body, created, internal, properties }) => {
      const mark = properties[MARK] as { interviewId: string; outcome: string };
      return { ...mark, at: Date.parse(created), text: JSON.stringify(body), isInternal: internal };
    });
  return {
    key,
    isDeleted: issue === undefined,
    moves: moves.filter((move) => move.issue === key),
    gates: gates.filter((gate) => gate.issue === key),
    objections: objections.filter((objection) => objection.issue === key),
    codes: codes.filter((code) => code.issue === key),
    looks: looks.filter((look) => look.issue === key),
    status: issue?.status.name ?? '',
    fields: {
      state: (issue?.fields['identity-verification-state'] ?? null) as string | null,
      verifiedAt: secondsOf(issue?.fields['identity-verified-at']),
    },
    comments: all.filter((comment) => !isReply(comment)),
    replies: all.filter(isReply),
    panel,
  };
}

function isReply({ outcome }: Comment): boolean {
  return outcome.startsWith('reply-');
}

function secondsOf(date: unknown): number | null {
  return typeof date === 'string' ? Math.floor(Date.parse(date) / 1000) : null;
}

type IncodeSession = ReturnType<ScheduledSite['incode']['state']>['sessions'][number];

function sessionFacts(site: ScheduledSite, session: IncodeSession, webhooks: OwnWebhook[]): SessionFacts {
  const { interviewId, loginHint, createdAt, linkEndsAt } = session;
  return {
    interviewId,
    email: loginHint,
    createdAt: Date.parse(createdAt),
    linkEndsAt: Date.parse(linkEndsAt),
    told: [...toldByIncode(site, interviewId), ...webhooks.filter((own) => own.interviewId === interviewId)],
  };
}

function toldByIncode(site: ScheduledSite, interviewId: string): Told[] {
  return site.incode
    .state()
    .deliveries.filter((delivery) => delivery.interviewId === interviewId && delivery.attempts.length > 0)
    .map(({ event, attempts }) => {
      const accepted = attempts.find(({ error }) => error === undefined);
      return {
        event: event as EventName,
        isAboutSomebodyElse: false,
        isOfAnotherIdentity: false,
        from: Date.parse(attempts[0]?.at ?? ''),
        until: accepted ? Date.parse(accepted.at) + DELIVERY_MS : Infinity,
      };
    });
}
