import { useCallback, useEffect, type ReactNode } from 'react';
import Breadcrumbs, { BreadcrumbsItem } from '@atlaskit/breadcrumbs';
import Spinner from '@atlaskit/spinner';
import { AdfDocument } from '../../adf/adf-document';
import { messageOf } from '../../error-message';
import { HttpError } from '../../http';
import { asUser } from '../navigation';
import { useSite } from '../site-context';
import { useSiteData } from '../use-site-data';
import { Activity } from './activity';
import { IssueDetails } from './issue-details';
import { IssueModules } from './issue-modules';
import { IssuePanels } from './issue-panels';
import { loadIssueView, type IssueView } from './jira-client';
import { MessagePage } from './message-page';
import { StatusMenu } from './status-menu';
import { TopBar } from './top-bar';
import './jira.css';

/** A request as the user sees it, with the app's panels; it follows every change by itself. */
export function IssuePage({ issueKey }: { issueKey: string }): ReactNode {
  const { user } = useSite();
  const load = useCallback(() => loadIssueView(user.login, issueKey), [user.login, issueKey]);
  const { data, error, reload } = useSiteData(load);
  const summary = data?.issue.fields.summary;
  useEffect(() => {
    document.title = summary ? `[${issueKey}] ${summary} - Jira` : `${issueKey} - Jira`;
  }, [issueKey, summary]);

  if (error instanceof HttpError && [401, 403, 404].includes(error.status)) return <CannotView />;
  if (error !== undefined && !data) return <Failed error={error} />;
  return (
    <>
      <TopBar />
      {data ? <Issue view={data} refresh={reload} /> : <PageSpinner />}
    </>
  );
}

function Issue({ view, refresh }: { view: IssueView; refresh: () => void }): ReactNode {
  const { user } = useSite();
  const { key, fields } = view.issue;
  const context = { issueKey: key, projectType: fields.project.projectTypeKey, refresh };
  return (
    <main className="issue">
      <div className="issue-breadcrumbs">
        <Breadcrumbs label="Breadcrumbs">
          <BreadcrumbsItem href="/" text="Spaces" />
          <BreadcrumbsItem href="/" text={fields.project.name} />
          <BreadcrumbsItem href={asUser(`/browse/${key}`, user.login)} text={key} />
        </Breadcrumbs>
      </div>
      <h1>{fields.summary}</h1>
      <div className="issue-status">
        <StatusMenu view={view} />
      </div>
      <div className="issue-main">
        <section className="issue-description" aria-labelledby="description">
          <p className="raised-by">
            <strong>{fields.reporter?.displayName ?? 'Someone'}</strong> raised this request
          </p>
          <h2 id="description">Description</h2>
          <AdfDocument document={fields.description} />
        </section>
        <IssuePanels {...context} />
        <Activity comments={view.comments} />
      </div>
      <div className="issue-aside">
        <IssueDetails issue={view.issue} refresh={refresh} />
        <IssueModules type="jira:issueContext" {...context} />
      </div>
    </main>
  );
}

function CannotView(): ReactNode {
  const { user } = useSite();
  return (
    <MessagePage title="You can't view this work item">
      <p>It may have been deleted, or you don't have permission to view it.</p>
      <p className="subtle">You are looking as {user.displayName}.</p>
    </MessagePage>
  );
}

function Failed({ error }: { error: unknown }): ReactNode {
  return (
    <MessagePage title="Jira has run into an error">
      <p>{messageOf(error)}</p>
    </MessagePage>
  );
}

function PageSpinner(): ReactNode {
  return (
    <div className="page-spinner">
      <Spinner size="large" label="Loading" />
    </div>
  );
}
