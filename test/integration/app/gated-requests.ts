import { desk, useFreshDesk } from './fresh-desk';
import type { HelpDesk } from './help-desk';

export const MINUTE_MS = 60_000;
export const REQUEST_TYPE = 'customfield_10010';

const HELP = '10000';

const everyStatus = [
  'Waiting for support',
  'In Progress',
  'Escalated',
  'Pending',
  'Waiting for customer',
  'Resolved',
];

interface Way {
  id: string;
  name: string;
  from: string[];
  to: string;
  validators?: string[];
}

/** A way from every status. */
export const way = (id: string, to: string, ...validators: string[]): Way => ({
  id,
  name: `${to} ${id}`,
  from: everyStatus,
  to,
  ...(validators.length > 0 && { validators }),
});

/** Two ways to close a request, one for each validator, and those that the app itself takes. */
const ways = [
  way('11', 'In Progress'),
  way('21', 'Escalated'),
  way('61', 'Resolved', 'identity-verified'),
  way('62', 'Resolved', 'identity-verified-by-rule'),
];

interface Rule {
  name: string;
  projectId: string;
  requestTypes: { id: string; name: string }[] | null;
  passCountsMinutes: number;
  about: string;
  needsCode?: boolean;
}

const resets: Rule = {
  name: 'Password resets',
  projectId: HELP,
  requestTypes: [{ id: '11', name: 'Password reset' }],
  passCountsMinutes: 60,
  about: 'reporter',
};

export const OPEN = 'open';
export const NEEDED =
  'Identity verification is needed first. Open the panel Incode Identity Verification on this request.';
export const BY_RULE = `Password resets: ${NEEDED}`;
export const UNREADABLE = 'Identity verification couldn’t be checked just now. Try again in a minute.';

/** What each validator says. */
export interface Gates {
  strict: string;
  byRule: string;
}

export const bothSay = (sentence: string): Gates => ({ strict: sentence, byRule: sentence });

/** Requests of a help desk whose transitions have validators, and what people do with them by Jira's REST API. */
export class GatedRequests {
  private readonly desk: HelpDesk;

  constructor(desk: HelpDesk) {
    this.desk = desk;
  }

  /** Puts the validators on the transitions of a project. */
  async putsValidators(transitions = ways, project = 'HELP'): Promise<void> {
    const { status, text } = await this.asks('PUT', '/site/workflow', { project, transitions });
    if (status !== 204) throw new Error(text);
  }

  async asks(method: string, path: string, body?: unknown, as = 'agent') {
    const init = {
      method,
      headers: { 'content-type': 'application/json', authorization: `Basic ${btoa(`${as}:${as}`)}` },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    };
    const { site } = this.desk;
    const answer = await site.fetch(new Request(site.url + path, init));
    return { status: answer.status, text: await answer.text() };
  }

  edits(fields: object, key = 'HELP-1') {
    return this.asks('PUT', `/rest/api/3/issue/${key}`, { fields });
  }

  savesRule(changes: Partial<Rule> = {}) {
    return this.desk.saves({ rules: { 1: { ...resets, ...changes } } });
  }

  /** Makes a transition; says why Jira refuses, or that it is open. */
  async moves(id: string, key = 'HELP-1'): Promise<string> {
    const path = `/rest/api/3/issue/${key}/transitions`;
    const { status, text } = await this.asks('POST', path, { transition: { id } });
    if (status === 204) return OPEN;
    return (JSON.parse(text) as { errorMessages: string[] }).errorMessages.join(' ');
  }

  /** What each validator says when an agent makes its transition; what is let through is moved back. */
  async gates(key = 'HELP-1'): Promise<Gates> {
    const tries = async (id: string) => {
      const said = await this.moves(id, key);
      if (said === OPEN) await this.moves('11', key);
      return said;
    };
    return { strict: await tries('61'), byRule: await tries('62') };
  }

  /** Has Ada verified from a request, and what follows come to rest. */
  async verifies(outcome: 'pass' | 'fail' | 'review' = 'pass', form: object = {}, key = 'HELP-1') {
    await this.desk.sendsLink(key, form);
    await this.desk.completes(outcome);
    await this.desk.settles();
  }
}

/** The gated requests of the file that says `useGatedRequests()`. */
export let requests: GatedRequests;

/** Has each test of a file begin with a fresh desk, on which nothing is gated yet. */
export function useGatedRequests(): void {
  useFreshDesk();
  beforeAll(() => {
    requests = new GatedRequests(desk);
  });
}
