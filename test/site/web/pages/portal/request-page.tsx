import { useCallback, type ReactNode } from 'react';
import AppIcon from '@atlaskit/icon/core/app';
import Spinner from '@atlaskit/spinner';
import { AdfDocument } from '../../adf/adf-document';
import { messageOf } from '../../error-message';
import { HttpError } from '../../http';
import { AppFrame } from '../app-frame';
import { Comment } from '../jira/activity';
import { Field } from '../jira/details-field';
import { isShown } from '../jira/issue-modules';
import { asUser } from '../navigation';
import { PersonAvatar } from '../person-avatar';
import { useNow, useSite, type AppModule } from '../site-context';
import { dateTime, timeAgo } from '../time';
import { useSiteData } from '../use-site-data';
import { AnswerBox } from './answer-box';
import { loadRequest, REQUESTS_ADDRESS, type RequestPageView, type RequestView } from './portal-client';
import { PortalMessage, PortalPage } from './portal-page';
import { StatusLozenge } from './status-lozenge';

interface RequestPageProps {
  portal: string;
  issueKey: string;
}

/** A request as a customer sees it, with the app's modules in their place; it follows every change by itself. */
export function RequestPage({ portal, issueKey }: RequestPageProps): ReactNode {
  const { user } = useSite();
  const load = useCallback(() => loadRequest(user.login, portal, issueKey), [user.login, portal, issueKey]);
  const { data, error, reload } = useSiteData(load);
  if (error instanceof HttpError && [400, 404].includes(error.status)) return <CannotFind />;
  return (
    <PortalPage title={data?.request.summary ?? issueKey}>
      {data ? <Request view={data} refresh={reload} /> : <Waiting error={error} />}
    </PortalPage>
  );
}

function CannotFind(): ReactNode {
  const { user } = useSite();
  const title = "We can't find this request";
  return (
    <PortalPage title={title}>
      <PortalMessage title={title}>
        <p>It may not exist, or it isn&apos;t shared with you.</p>
        <p className="subtle">You are looking as {user.displayName}.</p>
      </PortalMessage>
    </PortalPage>
  );
}

function Waiting({ error }: { error: unknown }): ReactNode {
  if (error === undefined)
    return (
      <div className="page-spinner">
        <Spinner size="large" label="Loading" />
      </div>
    );
  return (
    <PortalMessage title="The help center has run into an error">
      <p>{messageOf(error)}</p>
    </PortalMessage>
  );
}

function Request({ view, refresh }: { view: RequestPageView; refresh: () => void }): ReactNode {
  const { app, user } = useSite();
  const { request } = view;
  const modules = app.modules.filter(
    (module) => view.modules.includes(module.key) && isShown(module, 'service_desk'),
  );
  return (
    <main className="portal-request">
      <nav className="portal-breadcrumbs" aria-label="Breadcrumbs">
        <a href={asUser(REQUESTS_ADDRESS, user.login)}>Help Center</a>
        <span aria-hidden="true">/</span>
        <span>{request.desk}</span>
        <span aria-hidden="true">/</span>
        <span>{request.key}</span>
      </nav>
      <h1>{request.summary}</h1>
      <div className="portal-main">
        <RaisedBy request={request} />
        <section className="portal-activity" aria-labelledby="activity">
          <h2 id="activity">Activity</h2>
          <AnswerBox issueKey={request.key} refresh={refresh} />
          {request.comments.length === 0 && <p className="subtle">No comments yet.</p>}
          <ol className="comments">
            {request.comments.toReversed().map((comment) => (
              <li key={comment.id}>
                <Comment comment={comment} />
              </li>
            ))}
          </ol>
        </section>
      </div>
      <div className="portal-aside">
        <Details request={request} />
        {modules.map((module) => (
          <PortalModule key={module.key} module={module} issueKey={request.key} refresh={refresh} />
        ))}
      </div>
    </main>
  );
}

function RaisedBy({ request }: { request: RequestView }): ReactNode {
  const now = useNow();
  const at = Date.parse(request.created);
  return (
    <section className="issue-description" aria-labelledby="description">
      <p className="raised-by">
        <strong>{request.reporter.displayName}</strong> raised this{' '}
        <time dateTime={request.created} title={dateTime(at)}>
          {timeAgo(at, now)}
        </time>
      </p>
      <h2 id="description">Description</h2>
      <AdfDocument document={request.description} />
    </section>
  );
}

function Details({ request }: { request: RequestView }): ReactNode {
  return (
    <section className="details" aria-labelledby="details">
      <h2 id="details">Details</h2>
      <dl>
        <Field name="Status">
          <StatusLozenge status={request.status} />
        </Field>
        <Field name="Request type">{request.requestType}</Field>
        <Field name="Shared with">
          {request.participants.length === 0 && 'Nobody'}
          {request.participants.map(({ displayName }) => (
            <span key={displayName} className="person">
              <PersonAvatar name={displayName} />
              {displayName}
            </span>
          ))}
        </Field>
      </dl>
    </section>
  );
}

interface PortalModuleProps {
  module: AppModule;
  issueKey: string;
  refresh: () => void;
}

/** One of the app's panels, beside the request. */
function PortalModule({ module, issueKey, refresh }: PortalModuleProps): ReactNode {
  const { language } = useSite().app;
  return (
    <section className="portal-module" aria-label={module.title} lang={language}>
      <h2>
        {module.icon ? <img src={module.icon} alt="" width={16} height={16} /> : <AppIcon label="" />}
        {module.title}
      </h2>
      <AppFrame module={module} issueKey={issueKey} refresh={refresh} />
    </section>
  );
}
