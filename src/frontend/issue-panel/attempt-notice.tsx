import { SectionMessage, Text } from '@forge/react';
import type { AttemptView } from '../../contract/issue-panel';

/** What became of the last try to send a link, where that still matters. */
export function AttemptNotice({ attempt }: { attempt: AttemptView }) {
  if (attempt.state === 'not-sent') return null;
  if (attempt.state === 'sending') {
    return (
      <SectionMessage appearance="information" title="A link is being sent">
        <Text>This takes a few seconds.</Text>
      </SectionMessage>
    );
  }
  return (
    <SectionMessage appearance="warning" title="It is not certain whether a link was sent">
      <Text>A link may have gone out; its result cannot reach this request. Send a new one.</Text>
    </SectionMessage>
  );
}
