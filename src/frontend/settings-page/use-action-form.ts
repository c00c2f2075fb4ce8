import { plainWords } from '../../contract/typed-text';
import { useAction } from '../components/use-action';
import { useCurrentState } from '../components/use-current-state';
import type { Answer, WireError } from '../../contract/answer';

type Faults<Field extends string> = Partial<Record<Field, string>>;

interface Entered<Field extends string> {
  typed: Record<Field, string>;
  faults: Faults<Field>;
  /** Whether it was done the last time. */
  isDone: boolean;
}

interface ActionForm<Field extends string> extends Entered<Field> {
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
  const { value, current, update } = useCurrentState<Entered<Field>>(() => ({
    typed: blank,
    faults: {},
    isDone: false,
  }));
  const { running, error, run } = useAction<'submit'>();
  const change = (field: Field, text: string) =>
    update((before) => ({
      ...before,
      typed: { ...before.typed, [field]: text },
      faults: { ...before.faults, [field]: undefined },
    }));
  const submit = async () => {
    const { typed } = current();
    const missing = Object.entries<string>(typed).filter(([, text]) => plainWords(text) === '');
    const faults = Object.fromEntries(missing.map(([field]) => [field, 'required'])) as Faults<Field>;
    update((before) => ({ ...before, faults, isDone: false }));
    if (missing.length > 0) return;
    const mark = (wrong: object) => update((before) => ({ ...before, faults: wrong }));
    const done = await run('submit', () => ask(typed), mark);
    if (done !== undefined) update((before) => ({ ...before, isDone: true }));
  };
  return { ...value, error, isRunning: running !== undefined, change, submit };
}
