import { Button, Inline, SectionMessage, Stack, Text } from '@forge/react';
import { useEffect } from 'react';
import { Loading } from '../components/loading';
import { lackNow } from '../components/requirement-words';
import { isTimed, stateNow } from '../components/state-now';
import { useTime } from '../components/use-time';
import { useLanguage, UsersLanguage } from '../language/users-language';
import { announcementsOf } from './announcements';
import { AttemptNotice } from './attempt-notice';
import { isForAdministrator, loadingErrorSentence, ticketLimitSentence } from './error-words';
import { Meanwhile } from './meanwhile';
import { isOlderCompleted } from './older-link';
import { Replaced } from './replaced';
import { ObjectionBox, ObjectionNotice } from './objection';
import { RequirementLine } from './requirement-line';
import { SendForm } from './send-form';
import { SettingsLink } from './settings-link';
import { useAnnouncements } from './use-announcements';
import { useFormFocus } from './use-form-focus';
import { useNewLink } from './use-new-link';
import { usePanel } from './use-panel';
import { VerificationStatus } from './verification-status';
import type { NewLink } from './use-new-link';
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
  const { view, loadError, reload } = panel;
  return (
    <Stack space="space.200">
      {loadError && <LoadProblem error={loadError} isOutdated={view !== undefined} reload={reload} />}
      {view ? <Ready panel={panel} view={view} /> : !loadError && <Loading label={t('panel.loading')} />}
    </Stack>
  );
}

interface LoadProblemProps extends Pick<Panel, 'reload'> {
  error: WireError;
  isOutdated: boolean;
}

function LoadProblem({ error, isOutdated, reload }: LoadProblemProps) {
  const language = useLanguage();
  const { t } = language;
  const isRefused = error.code === 'not-permitted';
  const failure = isOutdated ? 'warning' : 'error';
  return (
    <SectionMessage
      appearance={isRefused ? 'information' : failure}
      title={t(isOutdated ? 'panel.outdated.title' : 'panel.unavailable.title')}
    >
      <Stack space="space.100">
        <Text>{loadingErrorSentence(language, error)}</Text>
        {isRefused || isForAdministrator(error) ? (
          <SettingsLink />
        ) : (
          <Inline>
            <Button onClick={() => void reload()}>{t('panel.tryAgain')}</Button>
          </Inline>
        )}
      </Stack>
    </SectionMessage>
  );
}

function Ready({ panel, view }: { panel: Panel; view: PanelView }) {
  const language = useLanguage();
  const { t } = language;
  const now = useTime(isTimed(view) ? 1000 : 30_000) + panel.clockDrift;
  const newLink = useNewLink(view.verification, panel.send);
  const { showForm } = panel;
  useEffect(() => showForm(newLink.isOpen), [showForm, newLink.isOpen]);
  useAnnouncements(announcementsOf(language, view, now));
  if (!view.isSetUp) return <SetupRequired />;
  return (
    <Stack space="space.150">
      {view.objectedAt !== undefined && <ObjectionBox view={view} />}
      {view.requirement && (
        <RequirementLine
          requirement={view.requirement}
          isDemo={view.verification?.environment === 'demo'}
          now={now}
        />
      )}
      {view.attempt && !newLink.isSending && <AttemptNotice attempt={view.attempt} now={now} />}
      {isOlderCompleted(view) && (
        <SectionMessage appearance="warning" title={t('panel.olderCompleted.title')}>
          <Text>{t('panel.olderCompleted.text')}</Text>
        </SectionMessage>
      )}
      <StatusOrForm newLink={newLink} view={view} now={now} />
    </Stack>
  );
}

interface StatusOrFormProps {
  newLink: NewLink;
  view: PanelView;
  now: number;
}

function StatusOrForm({ newLink, view, now }: StatusOrFormProps) {
  const { verification, history } = view;
  const focus = useFormFocus();
  const form = { view, now, newLink, focus };
  const isObjected = view.objectedAt !== undefined;
  const limitNotice = noticeOf(view, now);
  if (!verification) return limitNotice ?? <SendForm {...form} />;
  const verdict = { verification, now, state: stateNow(verification, now), lack: lackNow(view, now) };
  if (!newLink.isOpen || limitNotice) {
    const status = { ...verdict, history, focus, limitNotice, isObjected };
    return <VerificationStatus {...status} onNewLink={newLink.open} />;
  }
  if (newLink.cameMeanwhile !== undefined) {
    return <SendForm {...form} above={<Meanwhile {...verdict} what={newLink.cameMeanwhile} />} />;
  }
  return <SendForm {...form} above={newLink.isReplacement && <Replaced {...verdict} />} />;
}

/** Why no link can be sent from the request now, where none can. */
function noticeOf({ objectedAt, limit }: PanelView, now: number) {
  if (objectedAt !== undefined) return <ObjectionNotice />;
  return limit && now < limit.freeAt ? <LimitNotice limit={limit} now={now} /> : undefined;
}

/** Stands where a link could be sent, if the request's limit allowed one. */
function LimitNotice({ limit, now }: { limit: NonNullable<PanelView['limit']>; now: number }) {
  const language = useLanguage();
  return <Text color="color.text.warning">{ticketLimitSentence(language, limit, now)}</Text>;
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
