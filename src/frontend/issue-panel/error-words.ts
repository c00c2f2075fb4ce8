import type { ErrorCode, WireError } from '../../contract/answer';

interface ErrorWords {
  what: string;
  /** What to do about it. */
  next: string;
  /** After it, it is certain that no link was sent. */
  isNotSent?: boolean;
  /** Whose own sentence `reason` is. */
  speaker?: 'Incode' | 'Jira';
  /** What has to be changed is on the settings page. */
  isForAdministrator?: boolean;
}

const inAMinute = 'Try again in a minute.';

const errorWords: Record<ErrorCode, ErrorWords> = {
  'invalid-input': { what: 'Something in the form can’t be used.', next: 'Check the fields below.' },
  'not-permitted': {
    what: 'Only agents of this service project who may comment on the request can verify employees. An administrator may have narrowed that to some projects, or to a group of agents.',
    next: 'Ask your project administrator to add you as an agent.',
  },
  'not-configured': {
    what: 'The app has not been configured yet.',
    next: 'A Jira administrator has to complete the Incode Verification Settings.',
    isNotSent: true,
    isForAdministrator: true,
  },
  'credentials-rejected': {
    what: 'Incode did not accept the app’s credentials.',
    next: 'Ask a Jira administrator to check API key, client ID and client secret in the Incode Verification Settings with Test credentials, and that the environment matches your Incode account.',
    isNotSent: true,
    isForAdministrator: true,
  },
  'employee-not-enrolled': {
    what: 'Incode does not know this employee, or the employee is not enrolled.',
    next: 'Check the corporate email for typos, or have the employee enrolled in Incode.',
    isNotSent: true,
  },
  'incode-refused': {
    what: 'Incode refused to send the link.',
    next: 'If that is about the number or the address, correct it below. If it is about the integration reference or the API key, a Jira administrator has to correct the Incode Verification Settings.',
    isNotSent: true,
    speaker: 'Incode',
    isForAdministrator: true,
  },
  'incode-busy': {
    what: 'Incode is receiving too many requests.',
    next: 'Wait a minute and try again.',
    isNotSent: true,
  },
  'incode-unreachable': { what: 'Incode can’t be reached.', next: inAMinute, isNotSent: true },
  'in-doubt': {
    what: 'A link may have gone out; its result cannot reach this request.',
    next: 'Send a new one.',
  },
  'sending-in-progress': {
    what: 'A link is being sent from this request right now.',
    next: 'Wait a moment: it appears here by itself.',
  },
  'live-elsewhere': {
    what: 'A link for this employee is already out from another request.',
    next: 'Work there, or wait until it has ended.',
    isNotSent: true,
  },
  'limit-reached': {
    what: 'No more links may be sent for now.',
    next: 'A Jira administrator can lift the limit on the settings page.',
    isNotSent: true,
    isForAdministrator: true,
  },
  'cooling-down': {
    what: 'A link was sent to this employee a moment ago.',
    next: 'Wait a little before you send another one.',
    isNotSent: true,
  },
  'destination-not-allowed': {
    what: 'Links may only go to the corporate email: numbers and addresses that are typed are not allowed.',
    next: 'Choose Email and leave the other address blank.',
    isNotSent: true,
  },
  'changed-meanwhile': {
    what: 'Somebody else changed this at the same time.',
    next: 'Look at the present state and try again.',
  },
  'not-found': { what: 'This request can’t be found.', next: 'It may have been moved or deleted.' },
  'jira-refused': {
    what: 'Jira refused to tell what is needed.',
    next: 'Reload the page and try again.',
    isNotSent: true,
    speaker: 'Jira',
  },
  'jira-busy': { what: 'Jira is receiving too many requests.', next: inAMinute, isNotSent: true },
  'jira-unreachable': { what: 'Jira can’t be reached.', next: inAMinute, isNotSent: true },
  'storage-unavailable': { what: 'Forge’s storage can’t be reached.', next: inAMinute, isNotSent: true },
  unexpected: {
    what: 'The app did not answer as it should.',
    next: 'Look at what stands here before you try again; if it stays like this, tell your Jira administrator.',
  },
};

/** What happened while a link was being sent, and what to do next. `now`: the server's time. */
export function sendingErrorSentence(error: WireError, now: number): string {
  if (error.code === 'live-elsewhere') return liveElsewhere(error.values ?? {}, now);
  if (error.code === 'limit-reached') return limitReached(error.values ?? {}, now);
  const { what, next, isNotSent } = errorWords[error.code];
  return [what, isNotSent && 'No link was sent.', said(error), next].filter(Boolean).join(' ');
}

/** What happened while the panel was being read, and what to do next. */
export function loadingErrorSentence(error: WireError): string {
  const { what, next } = errorWords[error.code];
  return [what, said(error), next].filter(Boolean).join(' ');
}

/** Whether a Jira administrator can do something about it on the settings page. */
export function isForAdministrator({ code }: WireError): boolean {
  return errorWords[code].isForAdministrator === true;
}

function said({ code, reason }: WireError): string | undefined {
  const { speaker } = errorWords[code];
  return speaker && reason ? `${speaker} says: “${reason}”.` : undefined;
}

const limitOwners: Record<string, string> = {
  ticket: 'from this request',
  employee: 'to this employee',
  agent: 'by one agent',
};

function limitReached(
  { whose = '', most = '', freeAt }: Record<string, string | number>,
  now: number,
): string {
  const hours = Math.max(1, Math.ceil((Number(freeAt) - now) / 3_600_000));
  return `No more than ${most} links a day may be sent ${limitOwners[whose] ?? ''}. No link was sent. The next one can be sent in about ${hours} h, or a Jira administrator can lift the limit on the settings page.`;
}

function liveElsewhere({ endsAt, issueKey }: Record<string, string | number>, now: number): string {
  const minutes = Math.max(1, Math.ceil((Number(endsAt) - now) / 60_000));
  const where = issueKey === undefined ? 'another request' : String(issueKey);
  return `A link for this employee is already out from ${where}; it ends in ${minutes} min. Work there, or wait until it has ended.`;
}
