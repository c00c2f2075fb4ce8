import { SectionMessage, Stack, Text } from '@forge/react';
import { ago } from '../components/time-words';
import type { AttemptView } from '../../contract/issue-panel';

/** What became of the last try to send a link, where that still matters. `now`: the server's time. */
export function AttemptNotice({ attempt, now }: { attempt: AttemptView; now: number }) {
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
      <Stack space="space.100">
        <Text>A link may have gone out; its result cannot reach this request. Send a new one.</Text>
        <Text color="color.text.subtle">Tried {ago(attempt.startedAt, now)}.</Text>
      </Stack>
    </SectionMessage>
  );
}
