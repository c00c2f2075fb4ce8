import { Stack, Text, User } from '@forge/react';
import { timeLeft } from '../../contract/time-left';
import { ago, onDate } from '../components/time-words';
import { Fact } from './fact';
import { how, panelWords } from './words';
import type { ShownState } from '../components/state-now';
import type { VerificationView } from '../../contract/issue-panel';

interface FactsProps {
  verification: VerificationView;
  state: ShownState;
  /** The server's time. */
  now: number;
}

/** For whom, by what, who asked, and when. */
export function Facts({ verification, state, now }: FactsProps) {
  const { subject, delivery, requestedAt, requestedBy, changedAt, expiresAt } = verification;
  return (
    <Stack space="space.075">
      <Fact label={panelWords.factFor}>{subject.displayName ?? subject.email}</Fact>
      {subject.displayName !== undefined && <Fact label={panelWords.factEmail}>{subject.email}</Fact>}
      {subject.isReporter === false && (
        <Fact label={panelWords.factNote}>
          <Text color="color.text.warning">{panelWords.notReporter}</Text>
        </Fact>
      )}
      <Fact label={panelWords.factTo}>{`${delivery.maskedDestination} by ${how(verification)}`}</Fact>
      {delivery.reason !== undefined && <Fact label={panelWords.factReason}>{delivery.reason}</Fact>}
      <Fact label={panelWords.factSent}>
        <Text>{`${ago(requestedAt, now)} by`}</Text>
        <User accountId={requestedBy} />
      </Fact>
      {state === 'sent' && (
        <Fact label={panelWords.factTimeLeft}>
          <Text weight="bold">{timeLeft(expiresAt, now)}</Text>
        </Fact>
      )}
      {hasResult(state) && (
        <Fact label={panelWords.factResult}>{`${ago(changedAt, now)} (${onDate(changedAt)})`}</Fact>
      )}
    </Stack>
  );
}

/** Whether Incode has said something about the employee. */
function hasResult(state: ShownState): boolean {
  return !['sent', 'started', 'expired', 'no-result', 'superseded'].includes(state);
}
