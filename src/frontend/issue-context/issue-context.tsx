import { makeInvoke } from '@forge/bridge';
import { Inline, Lozenge, Spinner, Stack, Text } from '@forge/react';
import { call } from '../components/call';
import { stateNow } from '../components/state-now';
import { stateWords } from '../components/state-words';
import { ago } from '../components/time-words';
import { useLiveView } from '../components/use-live-view';
import { useTime } from '../components/use-time';
import type { IssueContextApi, LiveView, VerificationView } from '../../contract/issue-panel';

const invoke = makeInvoke<IssueContextApi>();
const load = () => call(invoke('openContext'));

/** The current state at a glance, in the request's side bar. */
export function IssueContext() {
  const { view, loadError, clockDrift } = useLiveView(load);
  if (view) return <Glance view={view} clockDrift={clockDrift} />;
  if (!loadError) return <Spinner label="Loading the verification" size="small" />;
  return (
    <Text color="color.text.subtle">
      {loadError.code === 'not-permitted'
        ? 'Shown to agents of this service project.'
        : 'Can’t be shown right now.'}
    </Text>
  );
}

function Glance({ view: { verification, attempt }, clockDrift }: { view: LiveView; clockDrift: number }) {
  if (verification) return <Current verification={verification} clockDrift={clockDrift} />;
  const words = { sending: 'Sending a link', 'in-doubt': 'Uncertain', 'not-sent': 'Not verified' };
  return (
    <Inline>
      <Lozenge appearance={attempt?.state === 'in-doubt' ? 'moved' : 'default'}>
        {words[attempt?.state ?? 'not-sent']}
      </Lozenge>
    </Inline>
  );
}

function Current({ verification, clockDrift }: { verification: VerificationView; clockDrift: number }) {
  const now = useTime(verification.state === 'sent' ? 1000 : 30_000) + clockDrift;
  const { lozenge, short } = stateWords[stateNow(verification, now)];
  const { subject, environment, changedAt } = verification;
  return (
    <Stack space="space.075">
      <Inline>
        <Lozenge appearance={lozenge}>{environment === 'demo' ? `${short} (DEMO)` : short}</Lozenge>
      </Inline>
      <Text size="small" color="color.text.subtle">
        {subject.displayName ?? subject.email}, {ago(changedAt, now)}
      </Text>
    </Stack>
  );
}
