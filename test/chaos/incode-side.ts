import type { ScheduledSite } from 'local-site/scheduled-site';
import type { OwnWebhook } from './facts';
import type { SiteActions } from './site-actions';
import type { Step } from './steps';

/** What employees and reviewers do at Incode's, and what Incode tells besides. Sessions are counted back from the newest, 0. */
export class IncodeSide {
  private readonly site: ScheduledSite;
  private readonly actions: SiteActions;

  constructor(site: ScheduledSite, actions: SiteActions) {
    this.site = site;
    this.actions = actions;
  }

  /** Opens a link, and ends what it asks for unless the employee walks away; answers whether Incode took that. */
  async visit(back: number, outcome: string): Promise<boolean> {
    const link = this.site.incode.state().messages.at(-1 - back)?.link;
    if (link === undefined) return false;
    await this.actions.post(`${link}/open`, {});
    if (outcome === 'walk away') return false;
    return (await this.actions.post(`${link}/finish`, { outcome })).status < 300;
  }

  /** Decides a session that is in review; answers whether there was one. */
  async decide(back: number, outcome: string): Promise<boolean> {
    const inReview = this.site.incode.state().sessions.filter(({ state }) => state === 'review');
    const session = inReview.at(-1 - back) ?? inReview.at(-1);
    if (!session) return false;
    const path = `/incode/dashboard/sessions/${session.interviewId}/review`;
    return (await this.actions.post(path, { outcome })).status < 300;
  }

  /** Another integration verifies an employee. */
  async elsewhere(loginHint: string, outcome: string): Promise<void> {
    await this.actions.post('/incode/dashboard/sessions', { loginHint });
    await this.visit(0, outcome);
  }

  /** Posts a webhook; answers what it tells, and when its answer is there. */
  async tell({ session: back, event, about }: Extract<Step, { kind: 'webhook' }>) {
    const session = this.site.incode.state().sessions.at(-1 - back);
    const [registered] = this.site.incode.state().webhooks;
    if (!session || !registered) return undefined;
    const { interviewId, loginHint } = session;
    const isAboutSomebodyElse = about === 'somebody else';
    const identityId = await this.actions.identityOf(loginHint);
    // Where Incode names no identity of the employee, one that is named is the only one.
    const isOfAnotherIdentity = about === 'another identity' && identityId !== undefined;
    const from = this.site.clock.now();
    const told: OwnWebhook = {
      interviewId,
      event,
      isAboutSomebodyElse,
      isOfAnotherIdentity,
      from,
      until: Infinity,
    };
    const body = {
      eventType: event,
      interviewId,
      loginHint: isAboutSomebodyElse ? 'bob@example.com' : loginHint,
      // Incode names an identity where the employee succeeded.
      ...(event === 'SESSION_SUCCEEDED' && { identityId }),
      ...(about === 'another identity' && { identityId: 'another-identity' }),
    };
    const answered = this.actions.post(registered.url, body, registered.headers).then(({ status }) => {
      if (status === 200) told.until = this.site.clock.now();
    });
    return { told, answered };
  }
}
