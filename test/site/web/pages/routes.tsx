import type { ReactNode } from 'react';
import { AutomationPage } from './automation/automation-page';
import { DashboardPage } from './incode/dashboard-page';
import { VerifyPage } from './incode/verify-page';
import { IssuePage } from './jira/issue-page';
import { SettingsPage } from './jira/settings-page';
import { QueuePage } from './jira/queue-page';
import { NotFoundPage } from './jira/not-found-page';
import { WorkflowsPage } from './jira/workflows-page';
import { PhonePage } from './phone/phone-page';
import { Portal } from './portal/portal';

/** The page at a path of the site. */
export function Page({ path }: { path: string }): ReactNode {
  const parts = path.split('/').slice(1).map(decodeURIComponent);
  const [first, second] = parts;
  if (first === 'browse' && second) return <IssuePage issueKey={second} />;
  if (first === 'jira') return <Jira path={parts.slice(1)} />;
  if (first === 'servicedesk') return <Portal path={parts.slice(2)} />;
  if (first === 'phone') return <PhonePage />;
  if (first === 'verify' && second) return <VerifyPage token={second} />;
  if (first === 'incode') return <DashboardPage />;
  return <NotFoundPage />;
}

function Jira({ path }: { path: readonly string[] }): ReactNode {
  const [room, section, page, last] = path;
  if (room === 'settings') return <JiraSettings section={section} page={page} />;
  const isQueue = room === 'servicedesk' && section === 'projects' && last === 'queues';
  return isQueue && page ? <QueuePage project={page} /> : <NotFoundPage />;
}

/** A page of Jira's settings. */
function JiraSettings({ section, page }: Record<'section' | 'page', string | undefined>): ReactNode {
  if (section === 'apps') return <SettingsPage moduleKey={page} />;
  if (section === 'automation') return <AutomationPage />;
  if (section === 'issues' && page === 'workflows') return <WorkflowsPage />;
  return <NotFoundPage />;
}
