import { Inline, LoadingButton, SectionMessage, Text, Textfield } from '@forge/react';
import { useState } from 'react';
import { call } from '../components/call';
import { Field } from '../components/field';
import { fieldError } from '../components/field-words';
import { useCurrentState } from '../components/use-current-state';
import { invoke } from './invoke';
import { Section } from './section';
import { errorSentence } from './words';
import type { SectionProps } from './settings-page';
import type { WireError } from '../../contract/answer';

/** *Try it out*: a link to the administrator's own address proves what testing the credentials cannot. */
export function TestLink({ model, saved }: SectionProps) {
  const email = useCurrentState(() => '');
  const [result, setResult] = useState<Result>();
  const canSend = saved.credentialsSavedAt !== undefined;
  const send = async () => {
    setResult('running');
    const answer = await call(invoke('sendTestLink', { email: email.current() }));
    setResult(answer.ok ? 'accepted' : answer.error);
    if (answer.ok) model.adopt(answer.data, 0);
  };
  const emailError = typeof result === 'object' ? result.fields?.['email'] : undefined;
  return (
    <Section
      title="Try it out"
      intro="A link to your own address proves API Key and Integration Reference as they are saved. Open it to see the webhook’s first event arrive. It belongs to no ticket: whatever you do with it, no ticket is told."
    >
      <Field
        id="testEmail"
        label="Your corporate email"
        help="Leave blank for the address of your Atlassian account"
        error={emailError === 'required' ? hiddenAddress : fieldError(emailError)}
      >
        <Textfield
          id="testEmail"
          name="testEmail"
          value={email.value}
          isInvalid={emailError !== undefined}
          onChange={(event) => {
            email.update(() => String(event.target.value));
          }}
        />
      </Field>
      <Inline>
        <LoadingButton isDisabled={!canSend} isLoading={result === 'running'} onClick={() => void send()}>
          Send a test link to myself
        </LoadingButton>
      </Inline>
      {!canSend && <Text>Save the configuration with its credentials first.</Text>}
      <TestResult result={result} />
    </Section>
  );
}

const hiddenAddress = 'Jira does not tell the app your address. Enter it here.';

type Result = 'running' | 'accepted' | WireError;

function TestResult({ result }: { result: Result | undefined }) {
  if (result === 'accepted') {
    return (
      <SectionMessage appearance="success" title="Incode took the test link">
        <Text>API Key, Integration Reference and the credentials are right. Look into your mailbox.</Text>
      </SectionMessage>
    );
  }
  if (typeof result !== 'object' || result.code === 'invalid-input') return null;
  return (
    <SectionMessage appearance="error" title="Incode did not send the test link">
      <Text>{testSentences[result.code] ?? errorSentence(result)}</Text>
    </SectionMessage>
  );
}

const testSentences: Partial<Record<WireError['code'], string>> = {
  'credentials-rejected':
    'Incode did not accept the request. If Test credentials says that Client ID and Client Secret are accepted, the API Key is not the one of this environment.',
  'employee-not-enrolled':
    'Incode took the request, but knows nobody with this address. Use one that is enrolled in your Incode directory.',
  'in-doubt': 'Incode gave no clear answer, so a link may have gone out. Look into your mailbox.',
};
