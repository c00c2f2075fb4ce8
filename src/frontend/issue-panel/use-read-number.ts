import { useEffect, useState } from 'react';
import { hasPhoneShape } from '../../contract/address-shape';
import { call } from '../components/call';
import { invoke } from './invoke';
import type { NumberView } from '../../contract/issue-panel';

/** Long enough that not every key asks. */
const PAUSE_MS = 400;

/** What the server makes of a phone number, a moment after it was typed; nothing where that is no number. */
export function useReadNumber(typed: string, defaultCountry: string): NumberView | undefined {
  const [read, setRead] = useState<{ typed: string; number: NumberView }>();
  const isWorthAsking = hasPhoneShape(typed, defaultCountry !== '');
  useEffect(() => {
    if (!isWorthAsking) return undefined;
    let isOver = false;
    const timer = setTimeout(() => {
      void call(invoke('checkDestination', { phone: typed })).then((answer) => {
        if (answer.ok && !isOver) setRead({ typed, number: answer.data });
      });
    }, PAUSE_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [typed, isWorthAsking]);
  return read?.typed === typed ? read.number : undefined;
}
