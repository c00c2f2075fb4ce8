import { makeInvoke } from '@forge/bridge';
import { Inline, Lozenge, Spinner, Stack, Text } from '@forge/react';
import { call } from '../components/call';
import { looksOf } from '../components/state-looks';
import { RequirementLozenge } from '../components/requirement-lozenge';
import { decisionNow, lackNow, standingWords } from '../components/requirement-words';
import { isTimed, stateNow } from '../components/state-now';
import { useLiveView } from '../components/use-live-view';
import { useTime } from '../components/use-time';
import { shownTime } from '../components/verification-words';
import { useLanguage, UsersLanguage } from '../language/users-language';
import type { LiveView as LiveViewState } from '../components/use-live-view';
import type {
  Held,
  IssueContextApi,
  LiveView,
  RequirementView,
  VerificationView,
} from '../../contract/issue-panel';

const invoke = makeInvoke<IssueContextApi>();
const load = (held: Held) => call(invoke('openContext', held));

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

function Glance({ view, clockDrift }: { view: LiveView; clockDrift: number }) {
  const now = useTime(isTimed(view) ? 1000 : 30_000) + clockDrift;
  const { verification, attempt, requirement } = view;
  return (
    <Stack space="space.075">
      {verification ? (
        <Current verification={verification} isEnough={lackNow(view, now) === undefined} now={now} />
      ) : (
        <NotSent attempt={attempt} />
      )}
      {requirement && (
        <Requirement requirement={requirement} isDemo={verification?.environment === 'demo'} now={now} />
      )}
    </Stack>
  );
}

function NotSent({ attempt }: Pick<LiveView, 'attempt'>) {
  const { t } = useLanguage();
  return (
    <Inline>
      <Lozenge appearance={attempt?.state === 'in-doubt' ? 'moved' : 'default'}>
        {t(`glance.${attempt?.state ?? 'not-sent'}`)}
      </Lozenge>
    </Inline>
  );
}

interface CurrentProps {
  verification: VerificationView;
  /** Whether a pass gives the request what it needs. */
  isEnough: boolean;
  now: number;
}

function Current({ verification, isEnough, now }: CurrentProps) {
  const { t, ago } = useLanguage();
  const { subject, environment, reporter } = verification;
  const state = stateNow(verification, now);
  const short = t(`state.${state}.short`);
  return (
    <Stack space="space.075">
      <Inline space="space.050" rowSpace="space.050" shouldWrap>
        <Lozenge appearance={looksOf(state, environment, isEnough).lozenge}>
          {environment === 'demo' ? t('glance.demo', { state: short }) : short}
        </Lozenge>
        {reporter === 'other' && (
          <Lozenge appearance="moved" maxWidth="300px">
            {t('whom.notReporter')}
          </Lozenge>
        )}
      </Inline>
      <Text size="small" color="color.text.subtle">
        {t('glance.whom', { name: subject.email, ago: ago(shownTime(verification), now) })}
      </Text>
    </Stack>
  );
}

interface RequirementProps {
  requirement: RequirementView;
  isDemo: boolean;
  now: number;
}

/** Whether the request has what a rule asks for. */
function Requirement({ requirement, isDemo, now }: RequirementProps) {
  const language = useLanguage();
  const { t } = language;
  if (requirement.kind === 'unreadable') {
    return (
      <Text size="small" color="color.text.warning">
        {t('requirement.unreadable')}
      </Text>
    );
  }
  const decision = decisionNow(requirement, now);
  return (
    <>
      <Inline>
        <RequirementLozenge decision={decision} isDemo={isDemo} />
      </Inline>
      <Text size="small" color="color.text.subtle">
        {standingWords(language, decision)}
      </Text>
    </>
  );
}
