import { SectionMessage, Spinner, Stack, Text } from '@forge/react';
import { useEffect, useState } from 'react';
import { stateNow } from '../components/state-now';
import { AttemptNotice } from './attempt-notice';
import { isForAdministrator, loadingErrorSentence } from './error-words';
import { History } from './history';
import { SendForm } from './send-form';
import { SettingsLink } from './settings-link';
import { usePanel } from './use-panel';
import { VerificationStatus } from './verification-status';
import { panelWords, replacing } from './words';
import type { Panel } from './use-panel';
import type { WireError } from '../../contract/answer';
import type { PanelView } from '../../contract/issue-panel';

/** The panel on a request: what stands, and the form to send a link. */
export function IssuePanel() {
  const panel = usePanel();
  const { view, loadError } = panel;
  return (
    <Stack space="space.200">
      {loadError && <LoadProblem error={loadError} isOutdated={view !== undefined} />}
      {view ? (
        <Ready panel={panel} view={view} />
      ) : (
        !loadError && <Spinner label="Loading the verification" />
      )}
    </Stack>
  );
}

function LoadProblem({ error, isOutdated }: { error: WireError; isOutdated: boolean }) {
  return (
    <SectionMessage
      appearance={isOutdated ? 'warning' : 'error'}
      title={isOutdated ? 'What you see may be out of date' : 'The verification can’t be shown'}
    >
      <Stack space="space.100">
        <Text>{loadingErrorSentence(error)}</Text>
        {(error.code === 'not-permitted' || isForAdministrator(error)) && <SettingsLink />}
      </Stack>
    </SectionMessage>
  );
}

function Ready({ panel, view }: { panel: Panel; view: PanelView }) {
  const { verification, attempt } = view;
  const newLink = useNewLink(verification?.sessionId);
  if (!view.isSetUp) return <SetupRequired />;
  const now = Date.now() + panel.clockDrift;
  return (
    <Stack space="space.200">
      {attempt && <AttemptNotice attempt={attempt} now={now} />}
      {isOlderCompleted(view) && (
        <SectionMessage appearance="warning" title={panelWords.olderCompleted.title}>
          <Text>{panelWords.olderCompleted.text}</Text>
        </SectionMessage>
      )}
      {verification && (
        <VerificationStatus
          verification={verification}
          clockDrift={panel.clockDrift}
          {...(!newLink.isWanted && { onNewLink: newLink.ask })}
        />
      )}
      {(!verification || newLink.isWanted) && (
        <SendForm
          view={view}
          send={panel.send}
          clockDrift={panel.clockDrift}
          onSent={newLink.drop}
          {...(verification && {
            replacement: { notice: replacing(stateNow(verification, now)), onCancel: newLink.drop },
          })}
        />
      )}
      <History history={view.history} now={now} />
    </Stack>
  );
}

/** Whether the employee took the link before the one that is out. */
function isOlderCompleted({ verification, history }: PanelView): boolean {
  const isOut = verification?.state === 'sent' || verification?.state === 'started';
  return isOut && history.entries[1]?.isCompletedAfterReplacement === true;
}

/** Whether a new link is asked for. Another link, whoever sent it, answers the question. */
function useNewLink(sessionId: string | undefined) {
  const [isWanted, setIsWanted] = useState(false);
  useEffect(() => setIsWanted(false), [sessionId]);
  return { isWanted, ask: () => setIsWanted(true), drop: () => setIsWanted(false) };
}

function SetupRequired() {
  return (
    <SectionMessage appearance="warning" title="Setup required">
      <Stack space="space.100">
        <Text>
          The app has not been configured yet. A Jira administrator has to go to Jira Settings → Apps → Incode
          Verification Settings, enter your Incode credentials, and create the webhook secret.
        </Text>
        <SettingsLink />
      </Stack>
    </SectionMessage>
  );
}
