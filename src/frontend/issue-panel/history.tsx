import { Button, ErrorMessage, Heading, Inline, LoadingButton, Stack } from '@forge/react';
import { useLanguage } from '../language/users-language';
import { loadingErrorSentence } from './error-words';
import { HistoryEntry } from './history-entry';
import type { History as Past } from './use-history';

interface HistoryButtonProps {
  past: Past;
  isOpen: boolean;
  onToggle: () => void;
}

/** Shows and hides the history. */
export function HistoryButton({ past: { entries, hasMore }, isOpen, onToggle }: HistoryButtonProps) {
  const { t } = useLanguage();
  const count = hasMore ? `${entries.length}+` : entries.length;
  return (
    <Button appearance="subtle" iconBefore={isOpen ? 'chevron-down' : 'chevron-right'} onClick={onToggle}>
      {t(isOpen ? 'history.hide' : 'history.show', { count })}
    </Button>
  );
}

/** Every verification of the request. `now`: the server's time. */
export function History({ past, now }: { past: Past; now: number }) {
  const language = useLanguage();
  const { t } = language;
  const { entries, hasMore, isLoading, error, loadMore } = past;
  return (
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
  );
}
