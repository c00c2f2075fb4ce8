import { showFlag } from '@forge/bridge';
import { useEffect, useRef } from 'react';
import type { Announcement } from './announcements';

/**
 * Shows a flag for each announcement that is new. Jira reads flags out, and shows them wherever one has scrolled to.
 * What stands when the panel opens is not news.
 */
export function useAnnouncements(announcements: Announcement[]): void {
  const said = useRef<Set<string>>();
  useEffect(() => {
    const known = said.current;
    const news = known ? announcements.filter(({ key }) => !known.has(key)) : [];
    said.current = new Set([...(known ?? []), ...announcements.map(({ key }) => key)]);
    for (const { about, key: _, type, ...words } of news) {
      // What may need somebody to act stays until it is dismissed.
      showFlag({ id: about, type, isAutoDismiss: type === 'info' || type === 'success', ...words });
    }
  });
}
