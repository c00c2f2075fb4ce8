import { Button } from '@forge/react';
import { useState } from 'react';
import { Confirm } from '../components/confirm';
import { useAction } from '../components/use-action';
import { useLanguage } from '../language/users-language';
import { errorSentence } from './error-words';
import type { ReactNode } from 'react';
import type { ConfirmProps } from '../components/confirm';
import type { Answer } from '../../contract/answer';

interface ConfirmedActionProps<T> extends Pick<ConfirmProps, 'title' | 'text' | 'action' | 'appearance'> {
  /** What stands on the button that asks. */
  label: string;
  act: () => Promise<Answer<T>>;
  onDone: (data: T) => void;
  /** What else is asked. */
  children?: ReactNode;
}

/** A button that asks before it has something done. */
export function ConfirmedAction<T>({ label, act, onDone, ...question }: ConfirmedActionProps<T>) {
  const language = useLanguage();
  const [isAsking, setIsAsking] = useState(false);
  const { running, error, run, forgive } = useAction<'act'>();
  const ask = () => {
    forgive();
    setIsAsking(true);
  };
  const confirm = async () => {
    const done = await run('act', act);
    if (done === undefined) return;
    setIsAsking(false);
    onDone(done);
  };
  return (
    <>
      <Button onClick={ask}>{label}</Button>
      <Confirm
        {...question}
        isOpen={isAsking}
        isRunning={running !== undefined}
        error={error && errorSentence(language, error)}
        onConfirm={() => void confirm()}
        onCancel={() => setIsAsking(false)}
      />
    </>
  );
}
