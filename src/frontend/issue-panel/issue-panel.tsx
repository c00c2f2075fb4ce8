import { SectionMessage, Spinner, Stack, Text } from '@forge/react';
import { useState } from 'react';
import { errorSentence } from './words';
import { AttemptNotice } from './attempt-notice';
import { SendForm } from './send-form';
import { usePanel } from './use-panel';
import { VerificationStatus } from './verification-status';
import type { Panel } from './use-panel';
import type { PanelView } from '../../contract/issue-panel';

/** The panel on a request: what stands, and the form to send a link. */
export function IssuePanel() {
  const panel = usePanel();
  const { view, loadError } = panel;
  return (
    <Stack space="space.200">
      {loadError && <LoadProblem panel={panel} />}
      {view ? (
        <Ready panel={panel} view={view} />
      ) : (
        !loadError && <Spinner label="Loading the verification" />
      )}
    </Stack>
  );
}

function LoadProblem({ panel: { loadError, clockDrift, view } }: { panel: Panel }) {
  if (!loadError) return null;
  return (
    <SectionMessage
      appearance={view ? 'warning' : 'error'}
      title={view ? 'What you see may be out of date' : 'The verification can’t be shown'}
    >
      <Text>{errorSentence(loadError, Date.now() + clockDrift)}</Text>
    </SectionMessage>
  );
}

function Ready({ panel, view }: { panel: Panel; view: PanelView }) {
  const [isAskingForNewLink, setIsAskingForNewLink] = useState(false);
  const { verification, attempt } = view;
  if (!view.isSetUp) return <SetupRequired />;
  const isFormShown = !verification || isAskingForNewLink;
  return (
    <Stack space="space.200">
      {attempt && <AttemptNotice attempt={attempt} />}
      {verification && (
        <VerificationStatus
          verification={verification}
          clockDrift={panel.clockDrift}
          {...(!isFormShown && {
            onNewLink: () => {
              setIsAskingForNewLink(true);
            },
          })}
        />
      )}
      {isFormShown && (
        <SendForm
          view={view}
          send={panel.send}
          clockDrift={panel.clockDrift}
          onSent={() => {
            setIsAskingForNewLink(false);
          }}
          {...(verification && {
            onCancel: () => {
              setIsAskingForNewLink(false);
            },
          })}
        />
      )}
    </Stack>
  );
}

function SetupRequired() {
  return (
    <SectionMessage appearance="warning" title="Setup required">
      <Text>
        The app has not been configured yet. A Jira administrator has to go to Jira Settings → Apps → Incode
        Verification Settings, enter your Incode credentials, and create the webhook secret.
      </Text>
    </SectionMessage>
  );
}
