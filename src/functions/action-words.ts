import type { AppError, ErrorCode } from '../verification/app-error';

/** English: a rule's audit log knows no language. A test holds the panel's sentences against these. */
const sentences: Record<Exclude<ErrorCode, 'limit-reached' | 'live-elsewhere'>, string> = {
  'invalid-input': 'issueKey must be the key of one request, such as HELP-1. Use {{issue.key}}.',
  'not-permitted':
    'The user of this rule’s connection needs to be an agent who can comment on this request. Your administrator may limit this to certain projects or a group.',
  'not-configured':
    'The app has not been configured yet. Ask a Jira administrator to complete the Incode Verification Settings.',
  'credentials-rejected':
    'Incode didn’t accept the app’s credentials. Ask a Jira administrator to check them in the Incode Verification Settings with Test credentials.',
  'employee-not-enrolled':
    'Incode doesn’t know this employee, or they aren’t enrolled. The employee needs to be enrolled in Incode.',
  'incode-refused':
    'Incode refused to send the link. Ask a Jira administrator to check the Incode Verification Settings.',
  'incode-busy': 'Incode is receiving too many requests. Wait a minute and try again.',
  'incode-unreachable': 'Incode can’t be reached. Try again in a minute.',
  'in-doubt': 'A link may have been sent, but its result won’t appear here. Send a new link.',
  'out-of-time': 'Getting ready to send took too long. Try again.',
  'sending-in-progress': 'A link is being sent from this request right now.',
  objected:
    'The employee objected to a verification on this request. A Jira administrator must release the request before a link can be sent.',
  'cooling-down': 'A link was sent to this employee a moment ago. Wait a little before you send another.',
  'destination-not-allowed': 'Your administrator only allows links to the corporate email.',
  'changed-meanwhile': 'Someone else just updated this. Check the current status and try again.',
  'not-found': 'This request can’t be found, or the user of this rule’s connection may not see it.',
  'jira-refused': 'Jira didn’t give the app the information it needs.',
  'jira-busy': 'Jira is receiving too many requests. Try again in a minute.',
  'jira-unreachable': 'Jira can’t be reached. Try again in a minute.',
  'storage-unavailable': 'Forge’s storage can’t be reached. Try again in a minute.',
  unexpected: 'The app didn’t respond as expected.',
};

const limitOwners: Record<string, string> = {
  ticket: 'This request has',
  employee: 'This employee has',
  agent: 'The user of this rule’s connection has',
  automation: 'Automation has',
};

/** Why a rule's action ended, without anybody's address. */
export function errorSentence({ code, values = {} }: AppError, now: number): string {
  if (code === 'live-elsewhere') {
    const end = endsIn(Number(values['endsAt']), now);
    return `This employee already has an active link from another request. ${end}`;
  }
  if (code !== 'limit-reached') return sentences[code];
  const owner = limitOwners[String(values['whose'])] ?? 'This request has';
  return `${owner} reached the limit of links in 24 hours: ${values['most'] ?? ''}. Try again later, or ask a Jira administrator.`;
}

/** That an earlier link of the request can still be completed. */
export function alreadyOutSentence(endsAt: number, now: number): string {
  return `This request already has an active link. ${endsIn(endsAt, now)}`;
}

export const hiddenReporterSentence =
  'Jira doesn’t show the reporter’s email address to the user of this rule’s connection, so the app can’t send a link.';

export function otherIssueSentence(key: string): string {
  return `This rule runs for another issue, so it can’t act on ${key}. Use {{issue.key}}.`;
}

function endsIn(endsAt: number, now: number): string {
  return `It expires in ${Math.max(1, Math.ceil((endsAt - now) / 60_000))} min.`;
}
