import { ErrorMessage, Heading, Inline, LoadingButton, Stack, UserPicker } from '@forge/react';
import { useState } from 'react';
import { limitOwners } from '../../contract/limit-owners';
import { Columns } from '../components/columns';
import { Field } from '../components/field';
import { useFieldError } from '../components/use-field-error';
import { useLanguage } from '../language/users-language';
import { ActionOutcome } from './action-outcome';
import { Choice } from './choice';
import { invoke } from './invoke';
import { TextInput } from './text-input';
import { useActionForm } from './use-action-form';
import type { LimitOwner } from '../../contract/limit-owners';

/** *Lift limit*: for one employee, request or agent, with a reason. */
export function LiftLimit() {
  const { t } = useLanguage();
  const [whose, setWhose] = useState<LimitOwner>('employee');
  const form = useActionForm({ name: '', reason: '' }, (typed) => invoke('liftLimit', { whose, ...typed }));
  const { typed, faults, isDone, error, isRunning, change, submit } = form;
  const choose = (owner: LimitOwner) => {
    setWhose(owner);
    change('name', '');
  };
  return (
    <Stack space="space.150">
      <Heading as="h3" size="small">
        {t('settings.people.lift')}
      </Heading>
      <Columns>
        <Field id="limitWhose" label={t('settings.people.whose.label')}>
          <Choice
            id="limitWhose"
            options={limitOwners.map((value) => ({ value, label: t(`settings.people.whose.${value}`) }))}
            value={whose}
            onChange={choose}
          />
        </Field>
        {whose === 'agent' ? (
          <AgentPicker onChange={(id) => change('name', id)} error={faults.name} />
        ) : (
          <TextInput
            id="limitName"
            label={t(`settings.people.name.${whose}`)}
            value={typed.name}
            onChange={(typed) => change('name', typed)}
            error={faults.name}
          />
        )}
      </Columns>
      <TextInput
        id="limitReason"
        label={t('settings.people.reason')}
        value={typed.reason}
        onChange={(typed) => change('reason', typed)}
        error={faults.reason}
      />
      <Inline>
        <LoadingButton isLoading={isRunning} onClick={() => void submit()}>
          {t('settings.people.lift')}
        </LoadingButton>
      </Inline>
      <ActionOutcome done={isDone ? t('settings.people.lifted') : undefined} error={error} />
    </Stack>
  );
}

interface AgentPickerProps {
  onChange: (accountId: string) => void;
  error: string | undefined;
}

function AgentPicker({ onChange, error }: AgentPickerProps) {
  const { t } = useLanguage();
  const fieldError = useFieldError();
  return (
    <Stack space="space.0">
      <UserPicker
        label={t('settings.people.name.agent')}
        name="limitAgent"
        placeholder={t('settings.people.name.agent.choose')}
        onChange={(user) => {
          const [picked] = [user].flat();
          onChange(picked?.id ?? '');
        }}
      />
      {error !== undefined && (
        <ErrorMessage>{fieldError(error, t('settings.people.name.agent'))}</ErrorMessage>
      )}
    </Stack>
  );
}
