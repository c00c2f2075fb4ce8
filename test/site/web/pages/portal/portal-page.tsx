import { useEffect, type ReactNode } from 'react';
import { LanguageMenu, UserSwitcher } from '../jira/bar-menus';
import { asUser } from '../navigation';
import { useSite } from '../site-context';
import { REQUESTS_ADDRESS } from './portal-client';
import '../jira/jira.css';
import './portal.css';

interface PortalPageProps {
  title: string;
  children: ReactNode;
}

/** A page of the help center, where the employees are. */
export function PortalPage({ title, children }: PortalPageProps): ReactNode {
  const { user } = useSite();
  useTitle(title);
  return (
    <>
      <header className="portal-bar">
        <a className="portal-brand" href={asUser(REQUESTS_ADDRESS, user.login)}>
          Help Center
        </a>
        <nav className="top-bar-actions" aria-label="Help center">
          <a className="portal-link" href={asUser(REQUESTS_ADDRESS, user.login)}>
            Requests
          </a>
          <LanguageMenu />
          <UserSwitcher />
        </nav>
      </header>
      {children}
    </>
  );
}

/** A page of the help center that can only say why there is nothing to see. */
export function PortalMessage({ title, children }: PortalPageProps): ReactNode {
  useTitle(title);
  return (
    <main className="message-page">
      <h1>{title}</h1>
      {children}
    </main>
  );
}

function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} - Help Center`;
  }, [title]);
}
