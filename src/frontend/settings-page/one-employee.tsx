import { Button, Heading, Inline, Stack, Text } from '@forge/react';
import { useState } from 'react';
import { hasEmailShape } from '../../contract/address-shape';
import { plainAddress } from '../../contract/typed-text';
import { Confirm } from '../components/confirm';
import { call } from '../components/call';
import { useAction } from '../components/use-action';
import { useCurrentState } from '../components/use-current-state';
import { useLanguage } from '../language/users-language';
import { ActionOutcome, personErrorSentence } from './action-outcome';
import { invoke } from './invoke';
import { TextInput } from './text-input';
import type { Answer } from '../../contract/answer';

type Act = 'forget' | 'erase';

/** What may be done about what is kept of one employee; each asks first, about the address that was typed. */
export function OneEmployee() {
  const language = useLanguage();
  const { t, counted } = language;
  const { email, fault, asked, done, error, running, erased, change, ask, stop, act } = useOneEmployee();
  return (
    <Stack space="space.150">
      <Heading as="h3" size="small">
        {t('settings.people.employee')}
      </Heading>
      <TextInput
        id="employeeEmail"
        label={t('settings.people.email')}
        value={email}
        onChange={change}
        error={fault}
      />
      <Inline space="space.100" shouldWrap>
        <Button onClick={() => ask('forget')}>{t('settings.people.forget')}</Button>
        <Button onClick={() => ask('erase')}>{t('settings.people.erase')}</Button>
      </Inline>
      <ActionOutcome done={done} error={asked ? undefined : error} />
      {(['forget', 'erase'] as const).map((each) => (
        <Confirm
          key={each}
          isOpen={asked === each}
          title={t(`settings.people.${each}.question`, { email: plainAddress(email) })}
          text={t(`settings.people.${each}.text`)}
          action={t(each === 'forget' ? 'settings.people.forget.sure' : 'settings.people.erase')}
          appearance={each === 'erase' ? 'danger' : 'warning'}
          isRunning={running === each}
          error={error && personErrorSentence(language, error)}
          onConfirm={() => void act(each)}
          onCancel={stop}
        >
          {each === 'erase' && erased > 0 && <Text>{counted('settings.people.erasing', erased)}</Text>}
        </Confirm>
      ))}
    </Stack>
  );
}

function useOneEmployee() {
  const { t, counted } = useLanguage();
  const typed = useCurrentState(() => '');
  const [fault, setFault] = useState<string>();
  const [asked, setAsked] = useState<Act>();
  const [done, setDone] = useState<string>();
  const [erased, setErased] = useState(0);
  const { running, error, run, forgive } = useAction<Act>();
  const change = (email: string) => {
    typed.update(() => email);
    setFault(undefined);
  };
  const ask = (act: Act) => {
    setDone(undefined);
    setErased(0);
    forgive();
    const email = typed.current();
    if (hasEmailShape(email)) setAsked(act);
    else setFault(plainAddress(email) === '' ? 'required' : 'not-an-email');
  };
  const act = async (asked: Act) => {
    const email = typed.current();
    const said =
      asked === 'forget'
        ? await run('forget', () => invoke('resetIdentity', { email })).then(
            (forgotten) => forgotten !== undefined && t('settings.people.forgotten'),
          )
        : await run('erase', () => eraseAll(email, setErased)).then(
            (result) => result && counted('settings.people.erased', result.erased),
          );
    if (!said) return;
    setDone(said);
    setAsked(undefined);
  };
  const stop = () => {
    setAsked(undefined);
    forgive();
  };
  return { email: typed.value, fault, asked, done, error, running, erased, change, ask, stop, act };
}

/** Erases in as many calls as it takes. Tells after each how many verifications were erased so far. */
async function eraseAll(
  email: string,
  onProgress: (erased: number) => void,
): Promise<Answer<{ erased: number }>> {
  let erased = 0;
  for (;;) {
    const answer = await call(invoke('eraseEmployee', { email }));
    if (!answer.ok) return answer;
    erased += answer.data.erased;
    onProgress(erased);
    if (answer.data.isDone) return { ok: true, data: { erased } };
  }
}
