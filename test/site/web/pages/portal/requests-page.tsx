import { useCallback, type ReactNode } from 'react';
import Spinner from '@atlaskit/spinner';
import { messageOf } from '../../error-message';
import { asUser } from '../navigation';
import { useNow, useSite } from '../site-context';
import { dateTime, timeAgo } from '../time';
import { useSiteData } from '../use-site-data';
import { loadRequests, requestAddress, type RequestLine } from './portal-client';
import { PortalPage } from './portal-page';
import { StatusLozenge } from './status-lozenge';

/** The requests that a customer raised, and those that are shared with the customer. */
export function RequestsPage(): ReactNode {
  const { user } = useSite();
  const load = useCallback(() => loadRequests(user.login), [user.login]);
  const { data, error } = useSiteData(load);
  return (
    <PortalPage title="Requests">
      <main className="portal-requests">
        <h1>Requests</h1>
        {data?.length === 0 && <p className="subtle">You have no requests, {user.displayName}.</p>}
        {!data && error !== undefined && <p role="alert">The requests cannot be read: {messageOf(error)}</p>}
        {!data && error === undefined && <Spinner size="large" label="Loading" />}
        <ul>
          {data?.map((request) => (
            <Line key={request.key} request={request} />
          ))}
        </ul>
      </main>
    </PortalPage>
  );
}

function Line({ request }: { request: RequestLine }): ReactNode {
  const { user } = useSite();
  const now = useNow();
  const at = Date.parse(request.created);
  return (
    <li>
      <div>
        <a href={asUser(requestAddress(request), user.login)}>{request.summary}</a>
        <p className="subtle">
          {request.key} · {request.requestType} · {request.desk}
        </p>
        <p className="subtle">
          Raised by {request.reporter.displayName}{' '}
          <time dateTime={request.created} title={dateTime(at)}>
            {timeAgo(at, now)}
          </time>
        </p>
      </div>
      <StatusLozenge status={request.status} />
    </li>
  );
}
