import type { FormEvent, ReactNode } from 'react';
import SearchIcon from '@atlaskit/icon/core/search';
import SettingsIcon from '@atlaskit/icon/core/settings';
import { JiraLogo } from '@atlaskit/logo';
import { asUser } from '../navigation';
import { useSite } from '../site-context';
import { LanguageMenu, UserSwitcher } from './bar-menus';

/** Jira's bar on top of every page; the avatar changes whose eyes the page is seen with. */
export function TopBar(): ReactNode {
  const { user } = useSite();
  return (
    <header className="top-bar">
      <a href="/" className="top-bar-logo">
        <JiraLogo appearance="brand" size="small" label="Jira: to the start page" />
      </a>
      <form className="top-bar-search" role="search" onSubmit={goToIssue}>
        <SearchIcon label="" color="currentColor" />
        <input name="key" aria-label="Go to a work item" placeholder="Go to a work item" autoComplete="off" />
      </form>
      <nav className="top-bar-actions" aria-label="Site">
        <a href={asUser('/jira/settings/apps', user.login)} className="icon-link" aria-label="Settings">
          <SettingsIcon label="" />
        </a>
        <LanguageMenu />
        <UserSwitcher />
      </nav>
    </header>
  );

  function goToIssue(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const key = new FormData(event.currentTarget).get('key');
    if (typeof key === 'string' && key.trim()) {
      location.assign(asUser(`/browse/${encodeURIComponent(key.trim().toUpperCase())}`, user.login));
    }
  }
}
