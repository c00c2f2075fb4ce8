import { makeInvoke } from '@forge/bridge';
import { Inline, Lozenge, Spinner, Stack, Text } from '@forge/react';
import { call } from '../components/call';
import { looksOf } from '../components/state-looks';
import { stateNow } from '../components/state-now';
import { useLiveView } from '../components/use-live-view';
import { useTime } from '../components/use-time';
import { shownTime } from '../components/verification-words';
import { useLanguage, UsersLanguage } from '../language/users-language';
import type { LiveView as LiveViewState } from '../components/use-live-view';
import type { IssueContextApi, LiveView, VerificationView } from '../../contract/issue-panel';

const invoke = makeInvoke<IssueContextApi>();
const load = () => call(invoke('openContext'));

/** The current state at a glance, in the request's side bar. */
export function IssueContext() {
  const live = useLiveView(load);
  return (
    <UsersLanguage>
      <Content {...live} />
    </UsersLanguage>
  );
}

function Content({ view, loadError, clockDrift }: LiveViewState<LiveView>) {
  const { t } = useLanguage();
  if (view) return <Glance view={view} clockDrift={clockDrift} />;
  if (!loadError) return <Spinner label={t('glance.loading')} size="small" />;
  return (
    <Text color="color.text.subtle">
      {t(loadError.code === 'not-permitted' ? 'glance.not-permitted' : 'glance.unavailable')}
    </Text>
  );
}

function Glance({ view: { verification, attempt }, clockDrift }: { view: LiveView; clockDrift: number }) {
  const { t } = useLanguage();
  if (verification) return <Current verification={verification} clockDrift={clockDrift} />;
  return (
    <Inline>
      <Lozenge appearance={attempt?.state === 'in-doubt' ? 'moved' : 'default'}>
        {t(`glance.${attempt?.state ?? 'not-sent'}`)}
      </Lozenge>
    </Inline>
  );
}

function Current({ verification, clockDrift }: { verification: VerificationView; clockDrift: number }) {
  const { t, ago } = useLanguage();
  const now = useTime(verification.state === 'sent' ? 1000 : 30_000) + clockDrift;
  const { subject, environment } = verification;
  const state = stateNow(verification, now);
  const short = t(`state.${state}.short`);
  return (
    <Stack space="space.075">
      <Inline>
        <Lozenge appearance={looksOf(state, environment).lozenge}>
          {environment === 'demo' ? t('glance.demo', { state: short }) : short}
        </Lozenge>
      </Inline>
      <Text size="small" color="color.text.subtle">
        {t('glance.whom', { name: subject.email, ago: ago(shownTime(verification), now) })}
      </Text>
    </Stack>
  );
}
