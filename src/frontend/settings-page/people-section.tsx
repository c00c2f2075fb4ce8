import { Inline, LoadingButton, SectionMessage, Stack, Text, Textfield } from '@forge/react';
import { useState } from 'react';
import { call } from '../components/call';
import { Field } from '../components/field';
import { fieldError } from '../components/field-words';
import { Choice } from './choice';
import { invoke } from './invoke';
import { Section } from './section';
import { errorSentence } from './words';
import type { Answer, WireError } from '../../contract/answer';
import type { LimitOwner } from '../../contract/settings-page';

/** What became of an action: a sentence, or what went wrong. */
type Result = string | WireError;

const owners = [
  { value: 'employee', label: 'Employee (corporate email)' },
  { value: 'ticket', label: 'Request (key)' },
  { value: 'agent', label: 'Agent (Atlassian account ID)' },
] as const;

/** *People and data*: lifting a limit, resetting an identity, erasing an employee. */
export function PeopleSection() {
  return (
    <Section
      title="People and data"
      intro="These take effect at once, and are written into the list of changes with your name."
    >
      <LiftLimit />
      <OneEmployee />
    </Section>
  );
}

function LiftLimit() {
  const [whose, setWhose] = useState<LimitOwner>('employee');
  const [name, setName] = useState('');
  const [reason, setReason] = useState('');
  const action = useAction();
  return (
    <Stack space="space.100">
      <Field id="limitWhose" label="Lift the limit of">
        <Choice id="limitWhose" options={owners} value={whose} onChange={setWhose} />
      </Field>
      <TextInput
        id="limitName"
        label="Email, key or account ID"
        value={name}
        onChange={setName}
        action={action}
        field="name"
      />
      <TextInput
        id="limitReason"
        label="Reason"
        value={reason}
        onChange={setReason}
        action={action}
        field="reason"
      />
      <Inline>
        <LoadingButton
          isLoading={action.isRunning}
          onClick={() =>
            void action.run(invoke('liftLimit', { whose, name, reason }), () => 'The limit is lifted.')
          }
        >
          Lift limit
        </LoadingButton>
      </Inline>
      <Outcome result={action.result} />
    </Stack>
  );
}

function OneEmployee() {
  const [email, setEmail] = useState('');
  const [isSure, setIsSure] = useState(false);
  const action = useAction();
  const erase = async () => {
    setIsSure(false);
    await action.run(
      invoke('eraseEmployee', { email }),
      ({ erased }) => `${erased} verifications were erased.`,
    );
  };
  return (
    <Stack space="space.100">
      <TextInput
        id="employeeEmail"
        label="Corporate email of one employee"
        value={email}
        onChange={setEmail}
        action={action}
        field="email"
      />
      <Inline space="space.100" shouldWrap>
        <LoadingButton
          isLoading={action.isRunning}
          onClick={() =>
            void action.run(invoke('resetIdentity', { email }), () => 'The known identity is forgotten.')
          }
        >
          Reset known identity
        </LoadingButton>
        {isSure ? (
          <LoadingButton appearance="danger" onClick={() => void erase()}>
            Yes, erase everything kept of this employee
          </LoadingButton>
        ) : (
          <LoadingButton
            onClick={() => {
              setIsSure(true);
            }}
          >
            Erase data
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
  if (result === undefined) return null;
  if (typeof result === 'string') return <Text>{result}</Text>;
  if (result.code === 'invalid-input') return null;
  return (
    <SectionMessage appearance="error" title="Nothing was done">
      <Text>{result.code === 'not-found' ? 'Nothing is kept under this name.' : errorSentence(result)}</Text>
    </SectionMessage>
  );
}
