import { Inline, Stack, Text, User } from '@forge/react';
import { Phrase } from '../language/phrase';
import { useLanguage } from '../language/users-language';
import { SessionIds } from './session-ids';
import { TicketOutcome } from './ticket-outcome';
import { Timeline } from './timeline';
import type { VerificationView } from '../../contract/issue-panel';

/** What one rarely needs to know of a verification: who sent it and why, what the request was told, ids, timeline. */
export function Details({ verification }: { verification: VerificationView }) {
  const { t, onDate } = useLanguage();
  const { requestedAt, requestedBy, isByAutomation, delivery, update } = verification;
  return (
    <Stack space="space.100">
      <Inline space="space.075" alignBlock="center" shouldWrap>
        <Phrase
          text={t(isByAutomation ? 'details.sentBy.automation' : 'details.sentBy', {
            date: onDate(requestedAt),
          })}
          parts={{ user: <User accountId={requestedBy} /> }}
        />
      </Inline>
      {delivery.reason !== undefined && <Text>{t('details.reason', { reason: delivery.reason })}</Text>}
      {update && <TicketOutcome update={update} />}
      <Timeline {...verification} />
      <SessionIds {...verification} />
    </Stack>
  );
}
