import { SectionMessage, Spinner, Stack, Text } from '@forge/react';
import { useEffect, useState } from 'react';
import { stateNow } from '../components/state-now';
import { useTime } from '../components/use-time';
import { useLanguage, UsersLanguage } from '../language/users-language';
import { AttemptNotice } from './attempt-notice';
import { isForAdministrator, loadingErrorSentence } from './error-words';
import { History } from './history';
import { replacement } from './replacement';
import { SendForm } from './send-form';
import { SettingsLink } from './settings-link';
import { usePanel } from './use-panel';
import { VerificationStatus } from './verification-status';
import type { Panel } from './use-panel';
import type { WireError } from '../../contract/answer';
import type { PanelView } from '../../contract/issue-panel';

/** The panel on a request: what stands, and the form to send a link. */
export function IssuePanel() {
  const panel = usePanel();
  return (
    <UsersLanguage>
      <Content panel={panel} />
    </UsersLanguage>
  );
}

function Content({ panel }: { panel: Panel }) {
  const { t } = useLanguage();
  const { view, loadError } = panel;
  return (
    <Stack space="space.200">
      {loadError && <LoadProblem error={loadError} isOutdated={view !== undefined} />}
      {view ? <Ready panel={panel} view={view} /> : !loadError && <Spinner label={t('panel.loading')} />}
    </Stack>
  );
}

function LoadProblem({ error, isOutdated }: { error: WireError; isOutdated: boolean }) {
  const language = useLanguage();
  const { t } = language;
  return (
    <SectionMessage
      appearance={isOutdated ? 'warning' : 'error'}
      title={t(isOutdated ? 'panel.outdated.title' : 'panel.unavailable.title')}
    >
      <Stack space="space.100">
        <Text>{loadingErrorSentence(language, error)}</Text>
        {(error.code === 'not-permitted' || isForAdministrator(error)) && <SettingsLink />}
      </Stack>
    </SectionMessage>
  );
}

function Ready({ panel, view }: { panel: Panel; view: PanelView }) {
  const { t } = useLanguage();
  const { verification, attempt } = view;
  const newLink = useNewLink(verification?.sessionId);
  const now = useTime(30_000) + panel.clockDrift;
  if (!view.isSetUp) return <SetupRequired />;
  return (
    <Stack space="space.200">
      {attempt && <AttemptNotice attempt={attempt} now={now} />}
      {isOlderCompleted(view) && (
        <SectionMessage appearance="warning" title={t('panel.olderCompleted.title')}>
          <Text>{t('panel.olderCompleted.text')}</Text>
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
          now={now}
          onSent={newLink.drop}
          {...(verification && {
            replacement: { of: replacement(stateNow(verification, now)), onCancel: newLink.drop },
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
  const { t } = useLanguage();
  return (
    <SectionMessage appearance="warning" title={t('panel.setup.title')}>
      <Stack space="space.100">
        <Text>{t('panel.setup.text')}</Text>
        <SettingsLink />
      </Stack>
    </SectionMessage>
  );
}
