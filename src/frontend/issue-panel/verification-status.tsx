import { Button, Inline, Lozenge, SectionMessage, Stack, Text } from '@forge/react';
import { stateLooks } from '../components/state-looks';
import { stateNow } from '../components/state-now';
import { useTime } from '../components/use-time';
import { useLanguage } from '../language/users-language';
import { CallerWords } from './caller-words';
import { Facts } from './facts';
import { Progress } from './progress';
import { SessionIds } from './session-ids';
import { TicketOutcome } from './ticket-outcome';
import type { ShownState } from '../components/state-now';
import type { VerificationView } from '../../contract/issue-panel';

/** States that only a new link leads out of. */
const needsNewLink = new Set<ShownState>(['expired', 'no-result', 'passed-earlier', 'conflicting']);

/** The text that says what to do next. */
function nextStep({ environment, identityDoubt }: VerificationView, state: ShownState) {
  if (state === 'passed' && environment === 'demo') return 'state.passed.demo';
  const isOfIncode = identityDoubt === 'missing' || identityDoubt === 'unreadable';
  if (state === 'identity-changed' && isOfIncode) return `state.identity-changed.${identityDoubt}` as const;
  return `state.${state}.next` as const;
}

interface VerificationStatusProps {
  verification: VerificationView;
  /** The server's clock minus the browser's, in milliseconds. */
  clockDrift: number;
  onNewLink?: () => void;
}

/** Where a verification stands, for whom, and what to do next. */
export function VerificationStatus({ verification, clockDrift, onNewLink }: VerificationStatusProps) {
  const { t } = useLanguage();
  const now = useTime(verification.state === 'sent' ? 1000 : 30_000) + clockDrift;
  const state = stateNow(verification, now);
  const isUnderWay = state === 'sent' || state === 'started';
  return (
    <Stack space="space.200">
      <SectionMessage appearance={stateLooks[state].message} title={t(`state.${state}.title`)}>
        <Stack space="space.100">
          <Text>{t(nextStep(verification, state))}</Text>
          {verification.environment === 'demo' && (
            <Inline>
              <Lozenge appearance="new">{t('demo')}</Lozenge>
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
            {t(state === 'passed' ? 'send.again' : 'send.new')}
          </Button>
        </Inline>
      )}
    </Stack>
  );
}
