import { SectionMessage, Stack, Text } from '@forge/react';
import { Loading } from '../components/loading';
import { stateNow } from '../components/state-now';
import { useTime } from '../components/use-time';
import { useLanguage, UsersLanguage } from '../language/users-language';
import { AttemptNotice } from './attempt-notice';
import { isForAdministrator, loadingErrorSentence } from './error-words';
import { Replaced } from './replaced';
import { SendForm } from './send-form';
import { SettingsLink } from './settings-link';
import { useNewLink } from './use-new-link';
import { usePanel } from './use-panel';
import { VerdictBox } from './verdict-box';
import { VerificationStatus } from './verification-status';
import type { Panel } from './use-panel';
import type { WireError } from '../../contract/answer';
import type { PanelView } from '../../contract/issue-panel';

/** The panel on a request: what stands, and the form to send a link. */
export function IssuePanel() {
  const panel = usePanel();
  return (
    <UsersLanguage waiting={<Loading />}>
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
      {view ? <Ready panel={panel} view={view} /> : !loadError && <Loading label={t('panel.loading')} />}
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
  const now = useTime(view.verification?.state === 'sent' ? 1000 : 30_000) + panel.clockDrift;
  if (!view.isSetUp) return <SetupRequired />;
  return (
    <Stack space="space.150">
      {view.attempt && <AttemptNotice attempt={view.attempt} now={now} />}
      {isOlderCompleted(view) && (
        <SectionMessage appearance="warning" title={t('panel.olderCompleted.title')}>
          <Text>{t('panel.olderCompleted.text')}</Text>
        </SectionMessage>
      )}
      <StatusOrForm panel={panel} view={view} now={now} />
    </Stack>
  );
}

function StatusOrForm({ panel, view, now }: { panel: Panel; view: PanelView; now: number }) {
  const { verification, history } = view;
  const newLink = useNewLink(verification);
  const form = { view, now, send: panel.send, onSent: newLink.drop, onTouch: newLink.touch };
  if (!verification) return <SendForm {...form} />;
  const verdict = { verification, now, state: stateNow(verification, now) };
  if (!newLink.isWanted) {
    return <VerificationStatus {...verdict} history={history} onNewLink={newLink.ask} />;
  }
  const replaced = newLink.hasResultCome ? <VerdictBox {...verdict} /> : <Replaced {...verdict} />;
  return <SendForm {...form} replaced={{ shown: replaced, onCancel: newLink.drop }} />;
}

/** Whether the employee took the link before the one that is out. */
function isOlderCompleted({ verification, history }: PanelView): boolean {
  const isOut = verification?.state === 'sent' || verification?.state === 'started';
  return isOut && history.entries[1]?.isCompletedAfterReplacement === true;
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
