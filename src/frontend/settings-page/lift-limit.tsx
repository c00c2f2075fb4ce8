import { ErrorMessage, Heading, Inline, LoadingButton, Stack, UserPicker } from '@forge/react';
import { useState } from 'react';
import { limitOwners } from '../../contract/limit-owners';
import { plainWords } from '../../contract/typed-text';
import { Columns } from '../components/columns';
import { Field } from '../components/field';
import { useAction } from '../components/use-action';
import { useCurrentState } from '../components/use-current-state';
import { useFieldError } from '../components/use-field-error';
import { useLanguage } from '../language/users-language';
import { ActionOutcome } from './action-outcome';
import { Choice } from './choice';
import { invoke } from './invoke';
import { TextInput } from './text-input';
import type { LimitOwner } from '../../contract/limit-owners';

type FieldName = 'name' | 'reason';

/** *Lift limit*: for one employee, request or agent, with a reason. */
export function LiftLimit() {
  const { t } = useLanguage();
  const { whose, name, reason, faults, done, error, isRunning, change, choose, lift } = useLiftLimit();
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
            value={name}
            onChange={(typed) => change('name', typed)}
            error={faults.name}
          />
        )}
      </Columns>
      <TextInput
        id="limitReason"
        label={t('settings.people.reason')}
        value={reason}
        onChange={(typed) => change('reason', typed)}
        error={faults.reason}
      />
      <Inline>
        <LoadingButton isLoading={isRunning} onClick={() => void lift()}>
          {t('settings.people.lift')}
        </LoadingButton>
      </Inline>
      <ActionOutcome done={done} error={error} />
    </Stack>
  );
}

function useLiftLimit() {
  const { t } = useLanguage();
  const [whose, setWhose] = useState<LimitOwner>('employee');
  const typed = useCurrentState(() => ({ name: '', reason: '' }));
  const [faults, setFaults] = useState<Partial<Record<FieldName, string>>>({});
  const [done, setDone] = useState<string>();
  const { running, error, run } = useAction<'lift'>();
  const change = (field: FieldName, value: string) => {
    typed.update((before) => ({ ...before, [field]: value }));
    setFaults((before) => ({ ...before, [field]: undefined }));
  };
  const lift = async () => {
    setDone(undefined);
    const form = typed.current();
    const missing = (['name', 'reason'] as const).filter((field) => plainWords(form[field]) === '');
    setFaults(Object.fromEntries(missing.map((field) => [field, 'required'])));
    if (missing.length > 0) return;
    const lifted = await run('lift', () => invoke('liftLimit', { whose, ...form }), setFaults);
    if (lifted !== undefined) setDone(t('settings.people.lifted'));
  };
  const choose = (owner: LimitOwner) => {
    setWhose(owner);
    change('name', '');
  };
  return { whose, ...typed.value, faults, done, error, isRunning: running === 'lift', change, choose, lift };
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
