import { errorSentence } from './words';
import type { ErrorCode } from '../../contract/answer';
import type { ProblemView, SettingsView } from '../../contract/settings-page';

type Refusal = SettingsView['webhook']['activity']['refusals'][number];

const stepReasons: Record<string, string> = {
  'no-such-transition':
    'the workflow has no transition to the mapped status from the status the request was in, or the app may not make it. Check the workflow, then try again.',
  'issue-gone': 'the request is gone, or the app may no longer see it.',
  'not-a-service-project': 'the project is no service project, where an internal note would not be internal.',
  'made-public':
    'Jira made the internal note public. It was removed at once, and comments in the project are stopped.',
  'still-public':
    'Jira made the internal note public, and the app could not remove it. Remove it in the request. Comments in the project are stopped.',
  'project-stopped': 'comments in the project are stopped. Resume them, then try again.',
  refused: 'Jira refused it. Check the app’s permissions in the project and fields that a transition needs.',
  'gave-up': 'Jira could not be reached for a long time.',
};

const limitOwners: Record<string, string> = { ticket: 'request', employee: 'employee', agent: 'agent' };

const sentences: Record<ProblemView['kind'], (code: string) => string> = {
  'comment-impossible': (code) => `The result was not commented: ${stepReason(code)}`,
  'transition-impossible': (code) => `The status was not changed: ${stepReason(code)}`,
  contradicted: () =>
    'Incode reported both a success and a failure for one session. Have it looked at in Incode’s dashboard.',
  mismatch: () =>
    'The result belongs to a different person than the one who was asked. Look into it with the agent.',
  'identity-changed': () =>
    'The employee passed with another identity than before. Review it; reset the known identity if it is right.',
  'not-sent': (code) => `A link was not sent. ${sendingSentence(code)}`,
  burst: (code) =>
    `Unusually many links: the limit of the ${limitOwners[code] ?? 'day'} was reached. Find out why before you lift it.`,
  'login-hint-no-address': () =>
    'Incode names the employee in results by something else than an address, so nobody checks that a result is about the person who was asked. Have Incode’s integration send the corporate email.',
  'no-result': () =>
    'The link was opened and no result came. If this happens often, check the webhook’s events in Incode’s dashboard.',
};

/** What happened, and what to do about it. */
export function problemSentence({ kind, code = '' }: ProblemView): string {
  return sentences[kind](code);
}

function stepReason(code: string): string {
  return stepReasons[code] ?? 'the reason is unknown.';
}

function sendingSentence(code: string): string {
  if (code === 'in-doubt') return 'Incode gave no answer in time, so one may have gone out all the same.';
  return errorSentence({ code: code as ErrorCode });
}

const refusals: Record<Refusal['reason'], string> = {
  'no-secret': 'the header with the secret was missing. Check the header’s name in Incode’s dashboard.',
  'wrong-secret': 'the secret was not one that is accepted. Check the header’s value, or create a new one.',
  'not-a-post': 'it was not posted.',
  'not-json': 'its body was not a JSON object.',
  'no-event': 'its body named no event',
  'no-session': 'its body named no session',
};

export function refusalSentence({ reason, keys = [] }: Refusal): string {
  return keys.length > 0 ? `${refusals[reason]}; it has the keys ${keys.join(', ')}.` : refusals[reason];
}
