import { List, ListItem } from '@forge/react';
import { useLanguage } from '../language/users-language';
import type { VerificationView } from '../../contract/issue-panel';

const DAY_MS = 86_400_000;

/** What happened to a verification, and when. */
export function Timeline({ timeline, requestedAt }: Pick<VerificationView, 'timeline' | 'requestedAt'>) {
  const { t, atTime, onDate } = useLanguage();
  // A review can take days.
  const timeOf = (at: number) => (at - requestedAt < DAY_MS ? atTime(at) : onDate(at));
  return (
    <List type="unordered">
      {timeline.map(({ at, what }) => (
        <ListItem key={`${at}-${what}`}>
          {t('history.event', { time: timeOf(at), what: t(`event.${what}`) })}
        </ListItem>
      ))}
    </List>
  );
}
