import { useCallback, useEffect, type ReactNode } from 'react';
import { messageOf } from '../../error-message';
import { chosenLocale } from '../navigation';
import { useSite } from '../site-context';
import { useSiteData } from '../use-site-data';
import { isAgentOf } from './jira-client';
import { MessagePage } from './message-page';
import { loadQueue } from './queue-client';
import { QueueView, READY_QUEUES } from './queue-view';
import { TopBar } from './top-bar';
import './jira.css';
import './queue.css';

/** How often a queue looks by itself: its JQL may speak of how long ago something was. */
const LOOK_MS = 15_000;

/** A queue of a service project, for its agents; it follows every change by itself. */
export function QueuePage({ project }: { project: string }): ReactNode {
  const { user } = useSite();
  const check = useCallback(() => isAgentOf(user.login, project), [user.login, project]);
  const { data: isAgent, error } = useSiteData(check);
  useEffect(() => {
    document.title = `Queues of ${project} - Jira`;
  }, [project]);
  if (isAgent) return <AgentsQueue project={project} />;
  if (isAgent === undefined && error === undefined) return <TopBar />;
  return (
    <MessagePage title="You don't have permission">
      <p>Only agents of this service project can see its queues.</p>
      <p className="subtle">You are looking as {user.displayName}.</p>
    </MessagePage>
  );
}

function AgentsQueue({ project }: { project: string }): ReactNode {
  const { locale, user } = useSite();
  const jql = new URLSearchParams(location.search).get('jql') ?? READY_QUEUES[0]?.jql ?? '';
  const load = useCallback(async () => {
    try {
      return { queue: await loadQueue(user.login, project, jql) };
    } catch (error) {
      return { failure: messageOf(error) };
    }
  }, [user.login, project, jql]);
  const { data, reload } = useSiteData<{ queue?: Awaited<ReturnType<typeof loadQueue>>; failure?: string }>(
    load,
  );
  useEffect(() => {
    const looking = setInterval(reload, LOOK_MS);
    return () => {
      clearInterval(looking);
    };
  }, [reload]);
  const chosen = chosenLocale();
  const kept = { as: user.login, ...(chosen !== undefined && { locale: chosen }) };
  return (
    <>
      <TopBar />
      <QueueView {...{ project, jql, kept, locale }} queue={data?.queue} failure={data?.failure} />
    </>
  );
}
