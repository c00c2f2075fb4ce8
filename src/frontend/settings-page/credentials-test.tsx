import { Button, Inline, LoadingButton, Lozenge, SectionMessage, Stack, Text } from '@forge/react';
import { useState } from 'react';
import { call } from '../components/call';
import { environmentLabel } from './choices';
import { invoke } from './invoke';
import { settingLabel } from './setting-words';
import { errorSentence } from './words';
import type { WireError } from '../../contract/answer';
import type { CredentialsForm } from '../../contract/settings-page';

/** How testing the credentials went; of the credentials that were tested. */
type Result = 'running' | 'connected' | WireError;

interface CredentialsTestProps {
  credentials: CredentialsForm;
  /** The credentials as they are when the button is pressed, drawn or not. */
  current: () => CredentialsForm;
  onEnvironment: (environment: CredentialsForm['environment']) => void;
}

/** *Test credentials*: tries what is typed, completed with what is saved. */
export function CredentialsTest({ credentials, current, onEnvironment }: CredentialsTestProps) {
  const form = testedIn(credentials);
  const here = useTest(form);
  return (
    <Stack space="space.100">
      <Inline space="space.150" alignBlock="center">
        <LoadingButton
          isLoading={here.result === 'running'}
          onClick={() => void here.test(testedIn(current()))}
        >
          Test credentials
        </LoadingButton>
        {here.result === 'connected' && <Lozenge appearance="success">✓ Connected</Lozenge>}
      </Inline>
      {here.result === 'connected' && (
        <Text>
          Incode issued an access token, so Client ID and Client Secret are right. That says nothing of API
          Key and Integration Reference: a test link proves those.
        </Text>
      )}
      {typeof here.result === 'object' && <NotConnected error={here.result} />}
      {typeof here.result === 'object' && here.result.code === 'credentials-rejected' && (
        <OtherEnvironment key={JSON.stringify(form)} form={form} onEnvironment={onEnvironment} />
      )}
    </Stack>
  );
}

function testedIn(form: CredentialsForm): CredentialsForm {
  const { environment, apiKey, clientId, clientSecret, areCredentialsReplaced } = form;
  return { environment, apiKey, clientId, clientSecret, areCredentialsReplaced };
}

function NotConnected({ error }: { error: WireError }) {
  const missing = Object.keys(error.fields ?? {}).map((name) => settingLabel(name, {}) ?? name);
  return (
    <SectionMessage appearance="error" title="Not connected">
      <Text>
        {error.code === 'invalid-input'
          ? `Nothing was tested. Enter what is missing first: ${missing.join(', ')}.`
          : errorSentence(error)}
      </Text>
    </SectionMessage>
  );
}

interface OtherEnvironmentProps {
  form: CredentialsForm;
  onEnvironment: CredentialsTestProps['onEnvironment'];
}

/** Offers to try the other environment, and asks before it does: that hands the credentials to another host. */
function OtherEnvironment({ form, onEnvironment }: OtherEnvironmentProps) {
  const [isAsking, setIsAsking] = useState(false);
  const environment: CredentialsForm['environment'] = form.environment === 'demo' ? 'production' : 'demo';
  const name = environmentLabel(environment);
  const thereForm: CredentialsForm = { ...form, environment };
  const there = useTest(thereForm);
  if (there.result === 'connected') {
    return (
      <SectionMessage appearance="information" title={`They belong to ${name}`}>
        <Stack space="space.100">
          <Text>{`Incode’s ${name} environment accepts them.`}</Text>
          <Inline>
            <Button onClick={() => onEnvironment(environment)}>{`Switch to ${name}`}</Button>
          </Inline>
        </Stack>
      </SectionMessage>
    );
  }
  if (typeof there.result === 'object') return <Text>{`${name} did not accept them either.`}</Text>;
  if (!isAsking) {
    return (
      <Inline>
        <Button onClick={() => setIsAsking(true)}>{`Try them in ${name}`}</Button>
      </Inline>
    );
  }
  return (
    <Stack space="space.100">
      <Text>{`This sends Client ID and Client Secret to Incode’s ${name} environment. Nothing is saved or switched.`}</Text>
      <Inline space="space.100" shouldWrap>
        <LoadingButton isLoading={there.result === 'running'} onClick={() => void there.test(thereForm)}>
          {`Yes, try ${name}`}
        </LoadingButton>
        <Button appearance="subtle" onClick={() => setIsAsking(false)}>
          Cancel
        </Button>
      </Inline>
    </Stack>
  );
}

/** How testing went, as far as it says something of the form as it is drawn. */
function useTest(drawn: CredentialsForm) {
  const [result, setResult] = useState<{ of: string; is: Result }>();
  const test = async (form: CredentialsForm) => {
    const of = JSON.stringify(form);
    setResult({ of, is: 'running' });
    const answer = await call(invoke('testCredentials', form));
    setResult({ of, is: answer.ok ? 'connected' : answer.error });
  };
  return { test, result: result?.of === JSON.stringify(drawn) ? result.is : undefined };
}
