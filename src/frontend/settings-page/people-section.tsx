import { Inline, LoadingButton, SectionMessage, Stack, Text, Textfield } from '@forge/react';
import { useState } from 'react';
import { call } from '../components/call';
import { Field } from '../components/field';
import { useFieldError } from '../components/use-field-error';
import { useLanguage } from '../language/users-language';
import { Choice } from './choice';
import { errorSentence } from './error-words';
import { invoke } from './invoke';
import { Section } from './section';
import type { Answer, WireError } from '../../contract/answer';
import type { LimitOwner } from '../../contract/settings-page';

/** What became of an action: a sentence, or what went wrong. */
type Result = string | WireError;

const owners = ['employee', 'ticket', 'agent'] as const;

/** *People and data*: lifting a limit, resetting an identity, erasing an employee. */
export function PeopleSection() {
  const { t } = useLanguage();
  return (
    <Section title={t('settings.people.title')} intro={t('settings.people.intro')}>
      <LiftLimit />
      <OneEmployee />
    </Section>
  );
}

function LiftLimit() {
  const { t } = useLanguage();
  const [whose, setWhose] = useState<LimitOwner>('employee');
  const [name, setName] = useState('');
  const [reason, setReason] = useState('');
  const action = useAction();
  return (
    <Stack space="space.100">
      <Field id="limitWhose" label={t('settings.people.whose.label')}>
        <Choice
          id="limitWhose"
          options={owners.map((value) => ({ value, label: t(`settings.people.whose.${value}`) }))}
          value={whose}
          onChange={setWhose}
        />
      </Field>
      <TextInput
        id="limitName"
        label={t('settings.people.name')}
        value={name}
        onChange={setName}
        action={action}
        field="name"
      />
      <TextInput
        id="limitReason"
        label={t('settings.people.reason')}
        value={reason}
        onChange={setReason}
        action={action}
        field="reason"
      />
      <Inline>
        <LoadingButton
          isLoading={action.isRunning}
          onClick={() =>
            void action.run(invoke('liftLimit', { whose, name, reason }), () => t('settings.people.lifted'))
          }
        >
          {t('settings.people.lift')}
        </LoadingButton>
      </Inline>
      <Outcome result={action.result} />
    </Stack>
  );
}

function OneEmployee() {
  const { t, counted } = useLanguage();
  const [email, setEmail] = useState('');
  const [isSure, setIsSure] = useState(false);
  const action = useAction();
  const erase = async () => {
    setIsSure(false);
    await action.run(invoke('eraseEmployee', { email }), ({ erased }) =>
      counted('settings.people.erased', erased),
    );
  };
  return (
    <Stack space="space.100">
      <TextInput
        id="employeeEmail"
        label={t('settings.people.email')}
        value={email}
        onChange={setEmail}
        action={action}
        field="email"
      />
      <Inline space="space.100" shouldWrap>
        <LoadingButton
          isLoading={action.isRunning}
          onClick={() =>
            void action.run(invoke('resetIdentity', { email }), () => t('settings.people.forgotten'))
          }
        >
          {t('settings.people.forget')}
        </LoadingButton>
        {isSure ? (
          <LoadingButton appearance="danger" onClick={() => void erase()}>
            {t('settings.people.eraseSure')}
          </LoadingButton>
        ) : (
          <LoadingButton
            onClick={() => {
              setIsSure(true);
            }}
          >
            {t('settings.people.erase')}
          </LoadingButton>
        )}
      </Inline>
      <Outcome result={action.result} />
    </Stack>
  );
}

interface Action {
  isRunning: boolean;
  result: Result | undefined;
  run: <T>(invocation: Promise<Answer<T>>, describe: (data: T) => string) => Promise<void>;
}

function useAction(): Action {
  const [isRunning, setIsRunning] = useState(false);
  const [result, setResult] = useState<Result>();
  const run: Action['run'] = async (invocation, describe) => {
    setIsRunning(true);
    const answer = await call(invocation);
    setIsRunning(false);
    setResult(answer.ok ? describe(answer.data) : answer.error);
  };
  return { isRunning, result, run };
}

interface TextInputProps {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  action: Action;
  field: string;
}

function TextInput({ id, label, value, onChange, action: { result }, field }: TextInputProps) {
  const fieldError = useFieldError();
  const error = typeof result === 'object' ? result.fields?.[field] : undefined;
  return (
    <Field id={id} label={label} error={fieldError(error)}>
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

function Outcome({ result }: { result: Result | undefined }) {
  const language = useLanguage();
  const { t } = language;
  if (result === undefined) return null;
  if (typeof result === 'string') return <Text>{result}</Text>;
  if (result.code === 'invalid-input') return null;
  return (
    <SectionMessage appearance="error" title={t('settings.people.failed.title')}>
      <Text>
        {result.code === 'not-found' ? t('settings.people.notFound') : errorSentence(language, result)}
      </Text>
    </SectionMessage>
  );
}
