import { useEffect, useState } from 'react';
import { useAction } from '../components/use-action';
import { invoke } from './invoke';
import type { WireError } from '../../contract/answer';
import type { HistoryView, VerificationView } from '../../contract/issue-panel';

export interface History {
  entries: VerificationView[];
  hasMore: boolean;
  isLoading: boolean;
  error: WireError | undefined;
  loadMore: () => Promise<void>;
}

/** The request's verifications, newest first: the page that came with the panel, and older ones on demand. */
export function useHistory(newest: HistoryView): History {
  const [seen, setSeen] = useState(newest.entries);
  const [older, setOlder] = useState<Pick<HistoryView, 'cursor'>>();
  const { running, error, run } = useAction<'load'>();
  const { cursor } = older ?? newest;

  useEffect(() => setSeen((before) => merged(newest.entries, before)), [newest]);

  const loadMore = async () => {
    if (cursor === undefined) return;
    const page = await run('load', () => invoke('openHistory', { cursor }));
    if (!page) return;
    setSeen((before) => merged(before, page.entries));
    setOlder(page);
  };

  return { entries: seen, hasMore: cursor !== undefined, isLoading: running === 'load', error, loadMore };
}

// What one page pushed out of another is still there, and what both have is shown as the fresher one has it.
function merged(fresher: VerificationView[], other: VerificationView[]): VerificationView[] {
  const known = new Set(fresher.map(({ sessionId }) => sessionId));
  const all = [...fresher, ...other.filter(({ sessionId }) => !known.has(sessionId))];
  return all.sort((a, b) => b.requestedAt - a.requestedAt);
}
