import { Button, Inline, SectionMessage, Stack } from '@forge/react';
import { useState } from 'react';
import { useLanguage } from '../language/users-language';
import { CallerCode } from './caller-code';
import { CallerWords } from './caller-words';
import { Details } from './details';
import { History, HistoryButton } from './history';
import { CommentLine } from './ticket-outcome';
import { useHistory } from './use-history';
import { VerdictBox } from './verdict-box';
import type { ReactNode } from 'react';
import type { ShownState } from '../components/state-now';
import type { FormFocus } from './use-form-focus';
import type { HistoryView } from '../../contract/issue-panel';
import type { VerdictProps } from './verdict-box';

/** States that only a new link leads out of. */
const needsNewLink = new Set<ShownState>(['expired', 'no-result', 'passed-earlier']);

interface VerificationStatusProps extends VerdictProps {
  history: HistoryView;
  /** Of the form that was open before, if one was. */
  focus: FormFocus;
  onNewLink: () => void;
  /** Why no new link can be sent now, where none can. */
  limitNotice: ReactNode;
  /** Whether the employee objects to checks of this request. */
  isObjected: boolean;
}

/** Where a verification stands at a glance, what to say and do, and on demand everything else. */
export function VerificationStatus({
  history,
  focus,
  onNewLink,
  limitNotice,
  isObjected,
  ...verdict
}: VerificationStatusProps) {
  const { t } = useLanguage();
  const { verification, state } = verdict;
  const [takesFocus] = useState(focus.isInside);
  const [isDetailed, setIsDetailed] = useState(false);
  const [isHistoryOpen, setIsHistoryOpen] = useState(false);
  const past = useHistory(history);
  const { update } = verification;
  return (
    <Stack space="space.150">
      <VerdictBox {...verdict} />
      <CallerWords {...verdict} />
      {!isObjected && <CallerCode key={verification.sessionId} {...verdict} />}
      {update?.comment.state === 'impossible' && (
        <SectionMessage appearance="warning">
          <CommentLine step={update.comment} />
        </SectionMessage>
      )}
      <Inline space="space.100" rowSpace="space.100" shouldWrap>
        <Button
          appearance={needsNewLink.has(state) ? 'primary' : 'default'}
          autoFocus={takesFocus}
          isDisabled={Boolean(limitNotice)}
          onClick={onNewLink}
        >
          {t(state === 'passed' ? 'send.again' : 'send.new')}
        </Button>
        <Button
          appearance="subtle"
          iconBefore={isDetailed ? 'chevron-down' : 'chevron-right'}
          onClick={() => setIsDetailed(!isDetailed)}
        >
          {t(isDetailed ? 'details.hide' : 'details.show')}
        </Button>
        <HistoryButton past={past} isOpen={isHistoryOpen} onToggle={() => setIsHistoryOpen(!isHistoryOpen)} />
      </Inline>
      {limitNotice}
      {isDetailed && <Details verification={verification} />}
      {isHistoryOpen && <History past={past} now={verdict.now} />}
    </Stack>
  );
}
