import { useCallback, useEffect, type ReactNode } from 'react';
import { LinkButton } from '@atlaskit/button/new';
import AppIcon from '@atlaskit/icon/core/app';
import { AppFrame } from '../app-frame';
import { asUser } from '../navigation';
import { useSite, type AppModule } from '../site-context';
import { AdministratorsOnly } from './administrators-only';
import { NotFoundPage } from './not-found-page';
import { TopBar } from './top-bar';
import './jira.css';
import './settings.css';

/** Jira's settings, section Apps: one admin page of the app, or the list of what is installed. */
export function SettingsPage({ moduleKey }: { moduleKey: string | undefined }): ReactNode {
  const { app } = useSite();
  const module = adminPages(app.modules).find(({ key }) => key === moduleKey);
  useEffect(() => {
    document.title = `${module?.title ?? 'Manage apps'} - Jira`;
  }, [module]);

  if (moduleKey !== undefined && !module) return <NotFoundPage />;
  return (
    <AdministratorsOnly>
      <TopBar />
      <div className="settings">
        <SettingsNavigation current={moduleKey} />
        <main className="settings-main">{module ? <AdminPage module={module} /> : <ManageApps />}</main>
      </div>
    </AdministratorsOnly>
  );
}

function adminPages(modules: readonly AppModule[]): AppModule[] {
  return modules.filter(({ at }) => at === 'settings');
}

/** A page with `useAsConfig` has its Configure button under Manage apps and no entry of its own here. */
function SettingsNavigation({ current }: { current: string | undefined }): ReactNode {
  const { app } = useSite();
  const pages = adminPages(app.modules).filter(({ useAsConfig }) => !useAsConfig);
  return (
    <nav className="settings-navigation" aria-label="Apps">
      <h2>Apps</h2>
      <NavigationLink href="/jira/settings/apps" isCurrent={current === undefined}>
        Manage apps
      </NavigationLink>
      {pages.length > 0 && <h3>{app.name}</h3>}
      {pages.map(({ key, title, icon }) => (
        <NavigationLink key={key} href={`/jira/settings/apps/${key}`} isCurrent={current === key}>
          {icon ? <img src={icon} alt="" width={16} height={16} /> : null}
          {title}
        </NavigationLink>
      ))}
    </nav>
  );
}

function NavigationLink(props: { href: string; isCurrent: boolean; children: ReactNode }): ReactNode {
  const { user } = useSite();
  return (
    <a href={asUser(props.href, user.login)} aria-current={props.isCurrent ? 'page' : undefined}>
      {props.children}
    </a>
  );
}

function AdminPage({ module }: { module: AppModule }): ReactNode {
  const { language } = useSite().app;
  const reload = useCallback(() => {
    location.reload();
  }, []);
  return (
    <div className="admin-page" lang={language}>
      <h1>{module.title}</h1>
      <AppFrame module={module} refresh={reload} />
    </div>
  );
}

function ManageApps(): ReactNode {
  const { app, user } = useSite();
  const configPage = adminPages(app.modules).find(({ useAsConfig }) => useAsConfig);
  const icon = app.modules.find((module) => module.icon)?.icon;
  return (
    <>
      <h1>Manage apps</h1>
      <p className="subtle">Apps that are installed on this site.</p>
      <ul className="installed-apps">
        <li>
          <span className="installed-app-icon">
            {icon ? <img src={icon} alt="" width={24} height={24} /> : <AppIcon label="" />}
          </span>
          <strong>{app.name}</strong>
          {configPage && (
            <LinkButton href={asUser(`/jira/settings/apps/${configPage.key}`, user.login)}>
              Configure
            </LinkButton>
          )}
        </li>
      </ul>
    </>
  );
}
