import { Button, Inline, LoadingButton, Lozenge, SectionMessage, Stack, Text } from '@forge/react';
import { useState } from 'react';
import { call } from '../components/call';
import { useLanguage } from '../language/users-language';
import { errorSentence } from './error-words';
import { invoke } from './invoke';
import { settingLabel } from './setting-words';
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
  const { t } = useLanguage();
  const form = testedIn(credentials);
  const here = useTest(form);
  return (
    <Stack space="space.100">
      <Inline space="space.150" alignBlock="center">
        <LoadingButton
          isLoading={here.result === 'running'}
          onClick={() => void here.test(testedIn(current()))}
        >
          {t('settings.trial.submit')}
        </LoadingButton>
        {here.result === 'connected' && (
          <Lozenge appearance="success">{t('settings.trial.connected')}</Lozenge>
        )}
      </Inline>
      {here.result === 'connected' && <Text>{t('settings.trial.proves')}</Text>}
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
  const language = useLanguage();
  const { t, list } = language;
  const missing = Object.keys(error.fields ?? {}).map((name) => settingLabel(t, name, {}) ?? name);
  return (
    <SectionMessage appearance="error" title={t('settings.trial.failed.title')}>
      <Text>
        {error.code === 'invalid-input'
          ? t('settings.trial.missing', { names: list(missing) })
          : errorSentence(language, error)}
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
  const { t } = useLanguage();
  const [isAsking, setIsAsking] = useState(false);
  const environment: CredentialsForm['environment'] = form.environment === 'demo' ? 'production' : 'demo';
  const name = t(`settings.value.environment.${environment}`);
  const thereForm: CredentialsForm = { ...form, environment };
  const there = useTest(thereForm);
  if (there.result === 'connected') {
    return (
      <SectionMessage appearance="information" title={t('settings.trial.there.title', { name })}>
        <Stack space="space.100">
          <Text>{t('settings.trial.there.text', { name })}</Text>
          <Inline>
            <Button onClick={() => onEnvironment(environment)}>
              {t('settings.trial.there.switch', { name })}
            </Button>
          </Inline>
        </Stack>
      </SectionMessage>
    );
  }
  if (typeof there.result === 'object' && there.result.code === 'credentials-rejected') {
    return <Text>{t('settings.trial.there.neither', { name })}</Text>;
  }
  if (typeof there.result === 'object') return <NotConnected error={there.result} />;
  if (!isAsking) {
    return (
      <Inline>
        <Button onClick={() => setIsAsking(true)}>{t('settings.trial.there.try', { name })}</Button>
      </Inline>
    );
  }
  return (
    <Stack space="space.100">
      <Text>{t('settings.trial.there.warning', { name })}</Text>
      <Inline space="space.100" shouldWrap>
        <LoadingButton isLoading={there.result === 'running'} onClick={() => void there.test(thereForm)}>
          {t('settings.trial.there.sure', { name })}
        </LoadingButton>
        <Button appearance="subtle" onClick={() => setIsAsking(false)}>
          {t('send.cancel')}
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
