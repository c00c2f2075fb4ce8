import type { ReactNode } from 'react';
import { DashboardPage } from './incode/dashboard-page';
import { VerifyPage } from './incode/verify-page';
import { IssuePage } from './jira/issue-page';
import { SettingsPage } from './jira/settings-page';
import { NotFoundPage } from './jira/not-found-page';
import { PhonePage } from './phone/phone-page';

/** The page at a path of the site. */
export function Page({ path }: { path: string }): ReactNode {
  const [first, second, third, fourth] = path.split('/').slice(1).map(decodeURIComponent);
  if (first === 'browse' && second) return <IssuePage issueKey={second} />;
  if (first === 'jira' && second === 'settings' && third === 'apps')
    return <SettingsPage moduleKey={fourth} />;
  if (first === 'phone') return <PhonePage />;
  if (first === 'verify' && second) return <VerifyPage token={second} />;
  if (first === 'incode') return <DashboardPage />;
  return <NotFoundPage />;
}
