import { Button, Inline, LoadingButton, Lozenge, SectionMessage, Stack, Text } from '@forge/react';
import { useState } from 'react';
import { call } from '../components/call';
import { Confirm } from '../components/confirm';
import { useLanguage } from '../language/users-language';
import { errorSentence } from './error-words';
import { credentialProblems } from './form-problems';
import { invoke } from './invoke';
import type { WireError } from '../../contract/answer';
import type { CredentialsForm } from '../../contract/settings-page';
import type { SectionProps } from './section';

/** How testing the credentials went; of the credentials that were tested. */
type Result = 'running' | 'connected' | WireError;

interface CredentialsTestProps extends Pick<SectionProps, 'model' | 'saved'> {
  credentials: CredentialsForm;
  /** The credentials as they are when the button is pressed, drawn or not. */
  current: () => CredentialsForm;
}

/** *Test credentials*: tries what is typed, completed with what is saved; what is missing is marked instead. */
export function CredentialsTest({ model, saved, credentials, current }: CredentialsTestProps) {
  const { t } = useLanguage();
  const form = testedIn(credentials);
  const here = useTest(form);
  const test = () => {
    const typed = testedIn(current());
    const faults = credentialProblems(typed, saved);
    if (Object.keys(faults).length === 0) void here.test(typed);
    else model.mark(faults);
  };
  return (
    <Stack space="space.100">
      <Inline space="space.150" alignBlock="center" shouldWrap>
        <LoadingButton isLoading={here.result === 'running'} onClick={test}>
          {t('settings.trial.submit')}
        </LoadingButton>
        {here.result === 'connected' && (
          <>
            <Lozenge appearance="success">{t('settings.trial.connected')}</Lozenge>
            <Text>{t('settings.trial.proves')}</Text>
          </>
        )}
      </Inline>
      {typeof here.result === 'object' && <NotConnected error={here.result} />}
      {typeof here.result === 'object' && here.result.code === 'credentials-rejected' && (
        <OtherEnvironment key={JSON.stringify(form)} form={form} model={model} />
      )}
    </Stack>
  );
}

function testedIn(form: CredentialsForm): CredentialsForm {
  const { environment, apiKey, clientId, clientSecret, areCredentialsReplaced } = form;
  return { environment, apiKey, clientId, clientSecret, areCredentialsReplaced };
}

function NotConnected({ error }: { error: WireError }) {
  const language = useLanguage();
  const { t } = language;
  return (
    <SectionMessage appearance="error" title={t('settings.trial.failed.title')}>
      <Text>{errorSentence(language, error)}</Text>
    </SectionMessage>
  );
}

interface OtherEnvironmentProps extends Pick<SectionProps, 'model'> {
  form: CredentialsForm;
}

/** Offers to try the other environment, and asks before it does: that hands the credentials to another host. */
function OtherEnvironment({ form, model }: OtherEnvironmentProps) {
  const { t } = useLanguage();
  const [isAsking, setIsAsking] = useState(false);
  const environment: CredentialsForm['environment'] = form.environment === 'demo' ? 'production' : 'demo';
  const name = t(`settings.value.environment.${environment}`);
  const thereForm: CredentialsForm = { ...form, environment };
  const there = useTest(thereForm);
  const tryThere = async () => {
    await there.test(thereForm);
    setIsAsking(false);
  };
  if (there.result === 'connected') {
    return (
      <SectionMessage appearance="information" title={t('settings.trial.there.title', { name })}>
        <Inline>
          <Button onClick={() => model.change({ environment })}>
            {t('settings.trial.there.switch', { name })}
          </Button>
        </Inline>
      </SectionMessage>
    );
  }
  if (typeof there.result === 'object' && there.result.code === 'credentials-rejected') {
    return <Text>{t('settings.trial.there.neither', { name })}</Text>;
  }
  if (typeof there.result === 'object') return <NotConnected error={there.result} />;
  return (
    <Inline>
      <Button onClick={() => setIsAsking(true)}>{t('settings.trial.there.try', { name })}</Button>
      <Confirm
        isOpen={isAsking}
        title={t('settings.trial.there.question', { name })}
        text={t('settings.trial.there.warning', { name })}
        action={t('settings.trial.there.sure', { name })}
        appearance="warning"
        isRunning={there.result === 'running'}
        onConfirm={() => void tryThere()}
        onCancel={() => setIsAsking(false)}
      />
    </Inline>
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
