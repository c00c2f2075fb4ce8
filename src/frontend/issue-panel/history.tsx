import { Button, ErrorMessage, Heading, Inline, LoadingButton, Stack } from '@forge/react';
import { useState } from 'react';
import { useLanguage } from '../language/users-language';
import { loadingErrorSentence } from './error-words';
import { HistoryEntry } from './history-entry';
import { useHistory } from './use-history';
import type { HistoryView } from '../../contract/issue-panel';

/** Every verification of the request, on demand. `now`: the server's time. */
export function History({ history, now }: { history: HistoryView; now: number }) {
  const language = useLanguage();
  const { t } = language;
  const { entries, hasMore, isLoading, error, loadMore } = useHistory(history);
  const [isOpen, setIsOpen] = useState(false);
  if (entries.length === 0) return null;
  const count = hasMore ? `${entries.length}+` : entries.length;
  return (
    <Stack space="space.150">
      <Inline>
        <Button
          appearance="subtle"
          iconBefore={isOpen ? 'chevron-down' : 'chevron-right'}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t(isOpen ? 'history.hide' : 'history.show', { count })}
        </Button>
      </Inline>
      {isOpen && (
        <Stack space="space.150">
          <Heading as="h3" size="xsmall">
            {t('history.title')}
          </Heading>
          {entries.map((entry) => (
            <HistoryEntry key={entry.sessionId} entry={entry} now={now} />
          ))}
          {error && <ErrorMessage>{loadingErrorSentence(language, error)}</ErrorMessage>}
          {hasMore && (
            <Inline>
              <LoadingButton isLoading={isLoading} onClick={() => void loadMore()}>
                {t('history.older')}
              </LoadingButton>
            </Inline>
          )}
        </Stack>
      )}
    </Stack>
  );
}
