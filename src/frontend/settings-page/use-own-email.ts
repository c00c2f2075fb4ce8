import { requestJira } from '@forge/bridge';
import { useEffect, useRef, useState } from 'react';

/**
 * The e-mail address of the user who looks at the page, once it is wanted and Jira tells it; empty before that, and where it
 * does not. The browser asks Jira itself: this takes no invocation, and nothing waits for it.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-myself/#api-rest-api-3-myself-get
 */
export function useOwnEmail(isWanted: boolean): string {
  const [email, setEmail] = useState('');
  const isAsked = useRef(false);
  useEffect(() => {
    if (!isWanted || isAsked.current) return;
    isAsked.current = true;
    void ownEmail().then(setEmail, () => undefined);
  }, [isWanted]);
  return email;
}

async function ownEmail(): Promise<string> {
  const answer = await requestJira('/rest/api/3/myself');
  const { emailAddress } = (await answer.json()) as { emailAddress?: unknown };
  return typeof emailAddress === 'string' ? emailAddress : '';
}
