import { useState } from 'react';
import { plainWords } from '../../contract/typed-text';
import { useAction } from '../components/use-action';
import { useCurrentState } from '../components/use-current-state';
import type { Answer, WireError } from '../../contract/answer';

interface ActionForm<Field extends string> {
  typed: Record<Field, string>;
  faults: Partial<Record<Field, string>>;
  /** Whether it was done the last time. */
  isDone: boolean;
  error: WireError | undefined;
  isRunning: boolean;
  change: (field: Field, value: string) => void;
  /** Has it done with what is typed by now, unless something is missing. */
  submit: () => Promise<void>;
}

/** A few lines of text, none of which may be left empty, and a button that has something done with them. */
export function useActionForm<Field extends string>(
  blank: Record<Field, string>,
  ask: (typed: Record<Field, string>) => Promise<Answer<unknown>>,
): ActionForm<Field> {
  const typed = useCurrentState(() => blank);
  const [faults, setFaults] = useState<Partial<Record<Field, string>>>({});
  const [isDone, setIsDone] = useState(false);
  const { running, error, run } = useAction<'submit'>();
  const change = (field: Field, value: string) => {
    typed.update((before) => ({ ...before, [field]: value }));
    setFaults((before) => ({ ...before, [field]: undefined }));
  };
  const submit = async () => {
    setIsDone(false);
    const form = typed.current();
    const missing = Object.entries<string>(form).filter(([, text]) => plainWords(text) === '');
    const required = missing.map(([field]) => [field, 'required']);
    setFaults(Object.fromEntries(required) as Partial<Record<Field, string>>);
    if (missing.length > 0) return;
    const done = await run(
      'submit',
      () => ask(form),
      (wrong) => setFaults(wrong as typeof faults),
    );
    setIsDone(done !== undefined);
  };
  return { typed: typed.value, faults, isDone, error, isRunning: running !== undefined, change, submit };
}
