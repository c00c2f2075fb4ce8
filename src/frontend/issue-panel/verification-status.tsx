import { Button, Inline, Lozenge, SectionMessage, Stack, Text } from '@forge/react';
import { useTime } from '../components/use-time';
import { timeLeft } from '../../contract/time-left';
import { TicketOutcome } from './ticket-outcome';
import { stateWords } from './words';
import type { State, VerificationView } from '../../contract/issue-panel';

interface VerificationStatusProps {
  verification: VerificationView;
  /** The server's clock minus the browser's, in milliseconds. */
  clockDrift: number;
  onNewLink?: () => void;
}

/** Where a verification stands, for whom, and what to do next. */
export function VerificationStatus({ verification, clockDrift, onNewLink }: VerificationStatusProps) {
  const now = useTime(verification.state === 'sent' ? 1000 : 30_000) + clockDrift;
  const state = stateNow(verification, now);
  const { title, next, appearance } = wordsFor(verification, state, now);
  return (
    <Stack space="space.150">
      <SectionMessage appearance={appearance} title={title}>
        <Stack space="space.100">
          <Text>{next}</Text>
          {verification.environment === 'demo' && (
            <Inline>
              <Lozenge appearance="moved">DEMO</Lozenge>
            </Inline>
          )}
        </Stack>
      </SectionMessage>
      <Facts verification={verification} state={state} now={now} />
      {verification.update && <TicketOutcome update={verification.update} />}
      {onNewLink && (
        <Inline>
          <Button onClick={onNewLink}>{state === 'passed' ? 'Verify again' : 'Send a new link'}</Button>
        </Inline>
      )}
    </Stack>
  );
}

/** The link ends at its second, whether or not anybody asks the server. */
function stateNow({ state, expiresAt }: VerificationView, now: number): State {
  return state === 'sent' && now >= expiresAt ? 'expired' : state;
}

function wordsFor(verification: VerificationView, state: State, now: number) {
  const words = stateWords[state];
  if (verification.isCompletedAfterReplacement) {
    return { ...words, next: 'The employee completed the older link; ask for the newest.' };
  }
  if (state === 'passed' && now >= verification.passCountsUntil) {
    return {
      ...words,
      appearance: 'warning' as const,
      title: 'Passed earlier, verify again',
      next: 'This pass is too old to rely on. Send a new link.',
    };
  }
  return words;
}

interface FactsProps {
  verification: VerificationView;
  state: State;
  now: number;
}

function Facts({ verification, state, now }: FactsProps) {
  const { subject, delivery, sessionId, identityId, requestedAt, changedAt, expiresAt } = verification;
  const how = delivery.method === 'sms' ? 'SMS' : 'email';
  return (
    <Stack space="space.050">
      <Fact
        label="For"
        value={subject.displayName ? `${subject.displayName}, ${subject.email}` : subject.email}
      />
      {subject.isReporter === false && <Text>This employee is not the reporter of the request.</Text>}
      <Fact label="Sent" value={`by ${how} to ${delivery.maskedDestination}, ${ago(requestedAt, now)}`} />
      {state === 'sent' && <Fact label="Time left" value={timeLeft(expiresAt, now)} />}
      {hasResult(state) && <Fact label="Result" value={ago(changedAt, now)} />}
      {identityId && <Fact label="Identity ID" value={identityId} />}
      <Fact label="Session ID" value={sessionId} />
    </Stack>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <Inline space="space.075" shouldWrap>
      <Text weight="bold">{label}</Text>
      <Text>{value}</Text>
    </Inline>
  );
}

function hasResult(state: State): boolean {
  return !['sent', 'started', 'expired', 'no-result', 'superseded'].includes(state);
}

function ago(then: number, now: number): string {
  const minutes = Math.floor((now - then) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? `${hours} h ago` : `${Math.floor(hours / 24)} d ago`;
}
