import { Inline, LoadingButton, Text } from '@forge/react';
import { useLanguage } from '../language/users-language';
import { errorSentence } from './error-words';
import type { Listing } from '../components/use-listing';

interface ListMoreProps {
  listing: Listing<unknown>;
  /** What the button says while nothing is listed, and once some is. */
  first: string;
  more: string;
}

/** Lists what there is to choose from, and more of it where there is much. */
export function ListMore({ listing, first, more }: ListMoreProps) {
  const language = useLanguage();
  const { t, number } = language;
  const { listed, total, isListing, error, list } = listing;
  if (total !== undefined && listed.length >= total) return null;
  return (
    <Inline space="space.100" alignBlock="center" shouldWrap>
      {total !== undefined && (
        <Text>{t('settings.listed', { listed: number(listed.length), total: number(total) })}</Text>
      )}
      <LoadingButton isLoading={isListing} onClick={() => void list()}>
        {total === undefined ? first : more}
      </LoadingButton>
      {error && <Text color="color.text.danger">{errorSentence(language, error)}</Text>}
    </Inline>
  );
}
