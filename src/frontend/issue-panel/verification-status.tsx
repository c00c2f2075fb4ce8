import { Button, Inline, Lozenge, SectionMessage, Stack, Text } from '@forge/react';
import { stateNow } from '../components/state-now';
import { stateWords } from '../components/state-words';
import { useTime } from '../components/use-time';
import { CallerWords } from './caller-words';
import { Facts } from './facts';
import { Progress } from './progress';
import { SessionIds } from './session-ids';
import { TicketOutcome } from './ticket-outcome';
import { panelWords } from './words';
import type { ShownState } from '../components/state-now';
import type { VerificationView } from '../../contract/issue-panel';

/** States that only a new link leads out of. */
const needsNewLink = new Set<ShownState>(['expired', 'no-result', 'passed-earlier', 'contradicted']);

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
  const { title, next, appearance } = stateWords[state];
  const isUnderWay = state === 'sent' || state === 'started';
  return (
    <Stack space="space.200">
      <SectionMessage appearance={appearance} title={title}>
        <Stack space="space.100">
          <Text>{next}</Text>
          {verification.environment === 'demo' && (
            <Inline>
              <Lozenge appearance="new">DEMO</Lozenge>
            </Inline>
          )}
        </Stack>
      </SectionMessage>
      <Progress state={state} />
      <Facts verification={verification} state={state} now={now} />
      <CallerWords verification={verification} state={state} />
      {verification.update && <TicketOutcome update={verification.update} />}
      {!isUnderWay && <SessionIds {...verification} />}
      {onNewLink && (
        <Inline>
          <Button appearance={needsNewLink.has(state) ? 'primary' : 'default'} onClick={onNewLink}>
            {state === 'passed' ? panelWords.verifyAgain : panelWords.sendNew}
          </Button>
        </Inline>
      )}
    </Stack>
  );
}
