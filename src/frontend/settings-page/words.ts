import type { ErrorCode, WireError } from '../../contract/answer';

const sentences: Partial<Record<ErrorCode, string>> = {
  'invalid-input': 'Nothing was saved. Check the marked fields, in both tabs:',
  'not-permitted': 'Only Jira administrators can see and change these settings.',
  'credentials-rejected':
    'Incode did not accept the Client ID and Client Secret. Compare them with Dashboard → Integrations, and make sure that the environment is the one they belong to.',
  'employee-not-enrolled': 'Incode knows nobody with this address, or they are not enrolled.',
  'not-found': 'It is gone by now.',
  'jira-refused': 'Jira refused the request.',
  'incode-refused': 'Incode refused the request.',
  'incode-busy': 'Incode is receiving too many requests. Wait a minute and try again.',
  'incode-unreachable': 'Incode can’t be reached. Try again in a minute.',
  'changed-meanwhile':
    'Somebody else saved these settings meanwhile, so nothing was saved. Look at the differences, and choose.',
  'jira-busy': 'Jira is receiving too many requests. Try again in a minute.',
  'jira-unreachable': 'Jira can’t be reached. Try again in a minute.',
  'storage-unavailable': 'Forge’s storage can’t be reached, so nothing was saved. Try again in a minute.',
};

/** What happened and what to do next, for an administrator. */
export function errorSentence({ code, reason }: WireError): string {
  const sentence = sentences[code] ?? 'Something went wrong that the app did not expect. Try again.';
  return reason ? `${sentence} The answer was: “${reason}”` : sentence;
}
