import { Inline, LoadingButton, Lozenge, SectionMessage, Stack, Text } from '@forge/react';
import { useState } from 'react';
import { call } from '../components/call';
import { invoke } from './invoke';
import { errorSentence } from './words';
import type { WireError } from '../../contract/answer';
import type { CredentialsForm } from '../../contract/settings-page';

/** How testing the credentials went; of the credentials that were tested. */
type Result = 'running' | 'connected' | WireError;

/** *Test credentials*: tries what is typed, completed with what is saved. */
export function CredentialsTest({ credentials }: { credentials: CredentialsForm }) {
  const [result, setResult] = useState<{ of: string; is: Result }>();
  const { environment, apiKey, clientId, clientSecret } = credentials;
  const form = { environment, apiKey, clientId, clientSecret };
  const tested = JSON.stringify(form);
  const test = async () => {
    setResult({ of: tested, is: 'running' });
    const answer = await call(invoke('testCredentials', form));
    setResult({ of: tested, is: answer.ok ? 'connected' : answer.error });
  };
  // A result says nothing of credentials that were changed since.
  const current = result?.of === tested ? result.is : undefined;
  return (
    <Stack space="space.100">
      <Inline space="space.150" alignBlock="center">
        <LoadingButton isLoading={current === 'running'} onClick={() => void test()}>
          Test credentials
        </LoadingButton>
        {current === 'connected' && <Lozenge appearance="success">✓ Connected</Lozenge>}
      </Inline>
      {current === 'connected' && (
        <Text>
          Incode accepted Client ID and Client Secret. API Key and Integration Reference are proven by the
          first link.
        </Text>
      )}
      {typeof current === 'object' && <Failure error={current} />}
    </Stack>
  );
}

function Failure({ error }: { error: WireError }) {
  return (
    <SectionMessage appearance="error" title="Not connected">
      <Text>
        {error.code === 'invalid-input'
          ? 'Enter API Key, Client ID and Client Secret before testing them.'
          : errorSentence(error)}
      </Text>
    </SectionMessage>
  );
}
