import { Button, Form, Inline, SectionMessage, Stack, Text, Textfield, User } from '@forge/react';
import { useState } from 'react';
import { Field } from '../components/field';
import { useAction } from '../components/use-action';
import { useCurrentState } from '../components/use-current-state';
import { useFieldError } from '../components/use-field-error';
import { Phrase } from '../language/phrase';
import { useLanguage } from '../language/users-language';
import { loadingErrorSentence } from './error-words';
import { invoke } from './invoke';
import type { ShownState } from '../components/state-now';
import type { CodeCheckEnd, CodeState, VerificationView } from '../../contract/issue-panel';

/** States in which the employee sees the code, and its half is worth asking for. */
const withCode = new Set<ShownState>(['sent', 'started', 'review', 'passed', 'passed-earlier']);

interface CallerCodeProps {
  verification: VerificationView;
  state: ShownState;
}

/** Whether the caller is to be asked for the code now: not of a link that a new one is about to replace. */
export function isCodeAsked({ verification, state }: CallerCodeProps): boolean {
  return verification.code?.kind === 'open' && withCode.has(state) && state !== 'passed-earlier';
}

/** The field for what the caller reads, and how far the code has come. */
export function CallerCode({ verification, state }: CallerCodeProps) {
  const [end, setEnd] = useState<CodeCheckEnd>();
  const { code, sessionId } = verification;
  if (!code || !withCode.has(state)) return null;
  const known = knownOf(code, end);
  if (known.kind === 'confirmed') return <Confirmed {...known} />;
  if (known.kind === 'over') return <Over whose={known.whose} />;
  return <CodeField sessionId={sessionId} triesLeft={known.triesLeft} onEnd={setEnd} />;
}

/** How the code stands by what was read of it, and by what the last check here came to, which may be newer. */
type Known = Exclude<CodeCheckEnd, { kind: 'wrong' }> | { kind: 'open'; triesLeft: number | undefined };

function knownOf(code: CodeState, end: CodeCheckEnd | undefined): Known {
  if (end?.kind === 'confirmed' || end?.kind === 'over') return end;
  if (code.kind === 'confirmed') return code;
  const triesLeft = end?.triesLeft;
  return code.kind === 'over' || triesLeft === 0
    ? { kind: 'over', whose: 'link' }
    : { kind: 'open', triesLeft };
}

function Over({ whose }: { whose: 'link' | 'employee' }) {
  const { t } = useLanguage();
  return (
    <SectionMessage appearance="warning" title={t('code.over.title')}>
      <Text>{t(`code.over.${whose}`)}</Text>
    </SectionMessage>
  );
}

interface ConfirmedProps {
  by: string;
  at: number;
  /** What the agent answers, right after the check. */
  answer?: string | undefined;
}

function Confirmed({ by, at, answer }: ConfirmedProps) {
  const { t, clock } = useLanguage();
  return (
    <SectionMessage
      appearance="success"
      {...(answer !== undefined && { title: t('code.answer', { answer }) })}
    >
      <Stack space="space.050">
        {answer !== undefined && <Text>{t('code.answer.help')}</Text>}
        <Inline space="space.050" rowSpace="space.0" alignBlock="center" shouldWrap>
          <ConfirmedBy by={by} time={clock(at)} />
        </Inline>
      </Stack>
    </SectionMessage>
  );
}

/** Who confirmed a code, as far as the account still exists, and when; to be put into an `Inline`. */
export function ConfirmedBy({ by, time }: { by: string; time: string }) {
  const { t } = useLanguage();
  if (by === '') return <Text>{t('code.confirmed.unnamed', { time })}</Text>;
  return <Phrase text={t('code.confirmed', { time })} parts={{ user: <User accountId={by} /> }} />;
}

interface CodeFieldProps {
  sessionId: string;
  /** After a wrong one. */
  triesLeft: number | undefined;
  onEnd: (end: CodeCheckEnd) => void;
}

function CodeField({ sessionId, triesLeft, onEnd }: CodeFieldProps) {
  const language = useLanguage();
  const { t } = language;
  const fieldError = useFieldError();
  const action = useAction<'check'>();
  const digits = useCurrentState(() => '');
  const [fault, setFault] = useState<string>();
  const enter = (text: string) => {
    digits.update(() => text);
    setFault(undefined);
  };
  const check = async () => {
    setFault(undefined);
    const end = await action.run(
      'check',
      () => invoke('checkCode', { sessionId, digits: digits.current() }),
      (faults) => setFault(faults['digits']),
    );
    if (!end) return;
    digits.update(() => '');
    onEnd(end);
  };
  const failure =
    fault === undefined && action.error ? loadingErrorSentence(language, action.error) : undefined;
  const wrongWords =
    triesLeft === undefined ? undefined : t(triesLeft === 1 ? 'code.wrong.1' : 'code.wrong.2');
  const error =
    fieldError(fault, t('code.label')) ?? failure ?? (digits.value === '' ? wrongWords : undefined);
  return (
    <Form onSubmit={() => void check()}>
      <Field id="caller-code" label={t('code.label')} error={error}>
        <Inline space="space.100" alignBlock="center">
          <Textfield
            id="caller-code"
            name="caller-code"
            width="small"
            value={digits.value}
            isInvalid={error !== undefined}
            onChange={(event) => enter(String(event.target.value))}
          />
          <Button type="submit" isDisabled={action.running !== undefined}>
            {t('code.check')}
          </Button>
        </Inline>
      </Field>
    </Form>
  );
}
