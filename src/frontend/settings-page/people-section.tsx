import { Button, Inline, LoadingButton, SectionMessage, Stack, Text, Textfield } from '@forge/react';
import { useState } from 'react';
import { limitOwners } from '../../contract/limit-owners';
import { Field } from '../components/field';
import { useAction } from '../components/use-action';
import { useFieldError } from '../components/use-field-error';
import { useLanguage } from '../language/users-language';
import { Choice } from './choice';
import { errorSentence } from './error-words';
import { invoke } from './invoke';
import { Section } from './section';
import type { WireError } from '../../contract/answer';
import type { LimitOwner } from '../../contract/limit-owners';

/** *People and data*: lifting a limit, resetting an identity, erasing an employee. */
export function PeopleSection() {
  const { t } = useLanguage();
  return (
    <Section title={t('settings.people.title')} intro={t('settings.people.intro')}>
      <Stack space="space.300">
        <LiftLimit />
        <OneEmployee />
      </Stack>
    </Section>
  );
}

function LiftLimit() {
  const { t } = useLanguage();
  const [whose, setWhose] = useState<LimitOwner>('employee');
  const [name, setName] = useState('');
  const [reason, setReason] = useState('');
  const [done, setDone] = useState<string>();
  const { running, error, run } = useAction<'lift'>();
  const lift = async () => {
    setDone(undefined);
    const lifted = await run('lift', () => invoke('liftLimit', { whose, name, reason }));
    if (lifted !== undefined) setDone(t('settings.people.lifted'));
  };
  return (
    <Stack space="space.100">
      <Field id="limitWhose" label={t('settings.people.whose.label')}>
        <Choice
          id="limitWhose"
          options={limitOwners.map((value) => ({ value, label: t(`settings.people.whose.${value}`) }))}
          value={whose}
          onChange={setWhose}
        />
      </Field>
      <TextInput
        id="limitName"
        label={t('settings.people.name')}
        value={name}
        onChange={setName}
        error={error?.fields?.['name']}
      />
      <TextInput
        id="limitReason"
        label={t('settings.people.reason')}
        value={reason}
        onChange={setReason}
        error={error?.fields?.['reason']}
      />
      <Inline>
        <LoadingButton isLoading={running === 'lift'} onClick={() => void lift()}>
          {t('settings.people.lift')}
        </LoadingButton>
      </Inline>
      <Outcome done={done} error={error} />
    </Stack>
  );
}

function OneEmployee() {
  const { t, counted } = useLanguage();
  const [email, setEmail] = useState('');
  /** Whom to erase, while that is being asked. */
  const [doomed, setDoomed] = useState<string>();
  const [done, setDone] = useState<string>();
  const { running, error, run } = useAction<'forget' | 'erase'>();
  const change = (typed: string) => {
    setEmail(typed);
    setDoomed(undefined);
  };
  const forget = async () => {
    setDone(undefined);
    const forgotten = await run('forget', () => invoke('resetIdentity', { email }));
    if (forgotten !== undefined) setDone(t('settings.people.forgotten'));
  };
  const erase = async (whom: string) => {
    setDone(undefined);
    const result = await run('erase', () => invoke('eraseEmployee', { email: whom }));
    setDoomed(undefined);
    if (result) setDone(counted('settings.people.erased', result.erased));
  };
  return (
    <Stack space="space.100">
      <TextInput
        id="employeeEmail"
        label={t('settings.people.email')}
        value={email}
        onChange={change}
        error={error?.fields?.['email']}
      />
      <Inline space="space.100" shouldWrap>
        <LoadingButton isLoading={running === 'forget'} onClick={() => void forget()}>
          {t('settings.people.forget')}
        </LoadingButton>
        {doomed === undefined ? (
          <Button onClick={() => setDoomed(email)}>{t('settings.people.erase')}</Button>
        ) : (
          <>
            <LoadingButton
              appearance="danger"
              isLoading={running === 'erase'}
              onClick={() => void erase(doomed)}
            >
              {t('settings.people.eraseSure')}
            </LoadingButton>
            <Button appearance="subtle" onClick={() => setDoomed(undefined)}>
              {t('send.cancel')}
            </Button>
          </>
        )}
      </Inline>
      <Outcome done={done} error={error} />
    </Stack>
  );
}

interface TextInputProps {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** The code of what is wrong with it. */
  error: string | undefined;
}

function TextInput({ id, label, value, onChange, error }: TextInputProps) {
  const fieldError = useFieldError();
  return (
    <Field id={id} label={label} isRequired error={fieldError(error)}>
      <Textfield
        id={id}
        name={id}
        value={value}
        isInvalid={error !== undefined}
        onChange={(event) => {
          onChange(String(event.target.value));
        }}
      />
    </Field>
  );
}

/** What was done, in a sentence, or why it was not. */
function Outcome({ done, error }: { done: string | undefined; error: WireError | undefined }) {
  const language = useLanguage();
  const { t } = language;
  if (done !== undefined) return <Text>{done}</Text>;
  if (!error || error.code === 'invalid-input') return null;
  return (
    <SectionMessage appearance="error" title={t('settings.action.failed.title')}>
      <Text>
        {error.code === 'not-found' ? t('settings.people.notFound') : errorSentence(language, error)}
      </Text>
    </SectionMessage>
  );
}
