import type { ErrorCode, WireError } from '../../contract/answer';
import type { State, StepReason } from '../../contract/issue-panel';

export type Appearance = 'information' | 'success' | 'warning' | 'error';

interface StateWords {
  title: string;
  appearance: Appearance;
  /** What to do next. */
  next: string;
}

export const stateWords: Record<State, StateWords> = {
  sent: {
    title: 'Link sent',
    appearance: 'information',
    next: 'Ask the employee to open the link on their phone. The result appears here by itself.',
  },
  started: {
    title: 'Link opened',
    appearance: 'information',
    next: 'The employee is completing the check. The result appears here by itself.',
  },
  passed: {
    title: '✅ Verification passed',
    appearance: 'success',
    next: 'Identity confirmed — you may proceed.',
  },
  failed: {
    title: '❌ Verification failed',
    appearance: 'error',
    next: 'Do not proceed — escalate for review.',
  },
  review: {
    title: '⚠️ Manual review required',
    appearance: 'warning',
    next: 'Do not proceed until review is complete. The result of the review appears here by itself.',
  },
  expired: {
    title: 'Link expired',
    appearance: 'warning',
    next: 'The employee did not open the link in time. Send a new one.',
  },
  'no-result': {
    title: 'No result received',
    appearance: 'warning',
    next: 'The link was opened, but no result came. Do not proceed; send a new link.',
  },
  superseded: {
    title: 'Replaced by a newer link',
    appearance: 'information',
    next: 'Ask the employee for the newest link.',
  },
  'identity-changed': {
    title: '⚠️ Manual review required',
    appearance: 'warning',
    next: 'Incode reported another identity than the one with which this employee passed before. Do not proceed until somebody has looked into it; a Jira administrator can then reset the known identity.',
  },
  contradicted: {
    title: '⚠️ Contradicting results',
    appearance: 'error',
    next: 'Incode reported both a success and a failure. Do not proceed; send a new link and have the session looked at.',
  },
  mismatch: {
    title: '⚠️ Different person',
    appearance: 'error',
    next: 'The result belongs to somebody else than the employee you asked for. Do not proceed; escalate.',
  },
};

const stepReasons: Record<StepReason, string> = {
  'no-mapping': 'no status is configured for this result',
  demo: 'demo results do not move tickets',
  'moved-meanwhile': 'somebody moved the request meanwhile',
  'already-done-status': 'the request is already done',
  'already-there': 'it already is in the configured status',
  'no-such-transition': 'the workflow has no transition from here to the configured status',
  'not-a-service-project': 'this is no service project, so the note would not be internal',
  'made-public': 'Jira showed it to customers, so it was removed; a Jira administrator has to look into it',
  'project-stopped':
    'comments in this project are stopped since Jira made one public; a Jira administrator has to look into it',
  'issue-gone': 'the request can no longer be found',
  refused: 'Jira refused it',
  'gave-up': 'Jira could not be reached, even after several tries',
};

export function stepReason(reason: StepReason, detail: string | undefined): string {
  return detail ? `${stepReasons[reason]}: ${detail}` : stepReasons[reason];
}

const checkSettings =
  'Ask a Jira administrator to check the Incode Verification Settings (Test credentials).';

const errorSentences: Record<ErrorCode, string> = {
  'invalid-input': 'Check the fields below.',
  'not-permitted': 'Only agents of this service project who may comment on the request can verify employees.',
  'not-configured': 'The app has not been configured yet.',
  'credentials-rejected': `Incode did not accept the app’s credentials. No link was sent. ${checkSettings}`,
  'employee-not-enrolled':
    'Incode does not know this employee, or the employee is not enrolled. No link was sent. Check the corporate email for typos, or have the employee enrolled in Incode.',
  'incode-refused': `Incode refused to send the link. If it says nothing clearer: ${checkSettings.toLowerCase()}`,
  'incode-busy': 'Incode is receiving too many requests. No link was sent. Wait a minute and try again.',
  'incode-unreachable': 'Incode can’t be reached. No link was sent. Try again in a minute.',
  'in-doubt': 'A link may have gone out; its result cannot reach this request. Send a new one.',
  'sending-in-progress': 'A link is being sent from this request right now. Wait a moment.',
  'live-elsewhere': 'A link for this employee is already out from another request.',
  'limit-reached': 'No more links may be sent for now.',
  'cooling-down': 'A link was sent to this employee a moment ago. Wait a little before you send another one.',
  'destination-not-allowed':
    'Links may only go to the corporate email: your administrator does not allow addresses or numbers that were typed.',
  'changed-meanwhile':
    'Somebody else changed this at the same time. Look at the present state and try again.',
  'not-found': 'This request can’t be found.',
  'jira-refused': 'Jira refused to tell what is needed. Reload the page and try again.',
  'jira-busy': 'Jira is receiving too many requests. Try again in a minute.',
  'jira-unreachable': 'Jira can’t be reached. Try again in a minute.',
  'storage-unavailable': 'Forge’s storage can’t be reached. No link was sent. Try again in a minute.',
  unexpected:
    'Something went wrong that the app did not expect. Try again; if it stays, tell your Jira administrator.',
};

/** What happened and what to do next, for an agent. `now`: the server's time. */
export function errorSentence({ code, reason, values }: WireError, now: number): string {
  if (code === 'live-elsewhere') return liveElsewhere(values ?? {}, now);
  if (code === 'limit-reached') return limitReached(values ?? {}, now);
  return reason ? `${errorSentences[code]} Incode says: “${reason}”` : errorSentences[code];
}

const limitOwners: Record<string, string> = {
  ticket: 'from this request',
  employee: 'to this employee',
  agent: 'by you',
};

function limitReached(
  { whose = '', most = '', freeAt }: Record<string, string | number>,
  now: number,
): string {
  const hours = Math.max(1, Math.ceil((Number(freeAt) - now) / 3_600_000));
  return `No more than ${most} links a day may be sent ${limitOwners[whose] ?? ''}. The next one can be sent in about ${hours} h, or a Jira administrator can lift the limit.`;
}

function liveElsewhere({ endsAt, issueKey }: Record<string, string | number>, now: number): string {
  const minutes = Math.max(1, Math.ceil((Number(endsAt) - now) / 60_000));
  const where = issueKey === undefined ? 'another request' : String(issueKey);
  return `A link for this employee is already out from ${where}; it ends in ${minutes} min. Work there, or wait until it has ended.`;
}
