import { call } from './call';
import { useCurrentState } from './use-current-state';
import type { Answer, WireError } from '../../contract/answer';

/** Buttons that have something done, one at a time, and how that went. */
export interface Action<Name extends string> {
  /** What is being done. */
  running: Name | undefined;
  /** Why the last one failed. */
  error: WireError | undefined;
  /**
   * Has it done, unless something is being done already; answers with the data where that went well, and tells
   * `onFaults` what is wrong with which field where a form was to blame.
   */
  run: <T>(
    name: Name,
    ask: () => Promise<Answer<T>>,
    onFaults?: (faults: Record<string, string>) => void,
  ) => Promise<T | undefined>;
  /** Forgets why the last one failed. */
  forgive: () => void;
}

/** What the buttons of one place have done; a button that is pressed twice has it done once. */
export function useAction<Name extends string>(): Action<Name> {
  const { value, current, update } = useCurrentState<Pick<Action<Name>, 'running' | 'error'>>(() => idle);
  const run: Action<Name>['run'] = async (name, ask, onFaults) => {
    if (current().running !== undefined) return undefined;
    update(() => ({ running: name, error: undefined }));
    const answer = await call(ask());
    update(() => (answer.ok ? idle : { running: undefined, error: answer.error }));
    if (answer.ok) return answer.data;
    if (answer.error.fields) onFaults?.(answer.error.fields);
    return undefined;
  };
  const forgive = () => update((before) => (before.error ? { ...before, error: undefined } : before));
  return { ...value, run, forgive };
}

const idle = { running: undefined, error: undefined };
