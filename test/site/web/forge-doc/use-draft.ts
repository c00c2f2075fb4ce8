import { useEffect, useRef, useState } from 'react';

/**
 * The value of an input whose owner is in another frame. What the user types is shown at once. If the app sends the
 * same value back, nothing changes; any other value replaces what is shown. So text and cursor do not jump.
 */
export function useDraft<T>(controlled: T | undefined, initial: T): [T, (value: T) => void] {
  const [draft, setDraft] = useState(controlled ?? initial);
  const unanswered = useRef<string[]>([]);
  const news = controlled === undefined ? undefined : JSON.stringify(controlled);

  useEffect(() => {
    if (news === undefined) return;
    const echo = unanswered.current.indexOf(news);
    if (echo >= 0) {
      unanswered.current.splice(0, echo + 1);
    } else {
      unanswered.current = [];
      setDraft(JSON.parse(news) as T);
    }
  }, [news]);

  const change = (value: T) => {
    unanswered.current.push(JSON.stringify(value));
    setDraft(value);
  };
  return [draft, change];
}
