import type { ReactNode } from 'react';
import { NotFoundPage } from '../jira/not-found-page';
import { asUser, isAnonymous } from '../navigation';
import { useSite } from '../site-context';
import { PortalMessage } from './portal-page';
import { RequestPage } from './request-page';
import { RequestsPage } from './requests-page';

/** The page at a path below `/servicedesk/customer`; nobody is let in without a login. */
export function Portal({ path }: { path: readonly string[] }): ReactNode {
  const { app } = useSite();
  const [section, portalOrUser, keyOrPage] = path;
  if (isAnonymous(app.users)) return <LogIn />;
  if (section === 'portal' && portalOrUser && keyOrPage)
    return <RequestPage portal={portalOrUser} issueKey={keyOrPage.toUpperCase()} />;
  if (section === 'user' && portalOrUser === 'requests') return <RequestsPage />;
  return <NotFoundPage />;
}

function LogIn(): ReactNode {
  const { users } = useSite().app;
  return (
    <PortalMessage title="Log in to the help center">
      <p>You need to log in to see requests.</p>
      <ul className="portal-logins">
        {users.map(({ displayName, login }) => (
          <li key={login}>
            <a href={asUser(location.href, login)}>Log in as {displayName}</a>
          </li>
        ))}
      </ul>
    </PortalMessage>
  );
}
