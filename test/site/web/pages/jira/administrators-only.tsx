import { useCallback, type ReactNode } from 'react';
import { useSite } from '../site-context';
import { useSiteData } from '../use-site-data';
import { isJiraAdmin } from './jira-client';
import { MessagePage } from './message-page';
import { TopBar } from './top-bar';

/** A page of Jira's settings, which other people are told not to see. */
export function AdministratorsOnly({ children }: { children: ReactNode }): ReactNode {
  const { user } = useSite();
  const check = useCallback(() => isJiraAdmin(user.login), [user.login]);
  const { data: isAdmin } = useSiteData(check);
  if (isAdmin === undefined) return <TopBar />;
  if (isAdmin) return children;
  return (
    <MessagePage title="You don't have permission">
      <p>Only Jira administrators can see this page.</p>
      <p className="subtle">You are looking as {user.displayName}.</p>
    </MessagePage>
  );
}
