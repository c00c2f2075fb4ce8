import type { FormEvent, ReactNode } from 'react';
import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import GlobeIcon from '@atlaskit/icon/core/globe';
import SearchIcon from '@atlaskit/icon/core/search';
import SettingsIcon from '@atlaskit/icon/core/settings';
import { JiraLogo } from '@atlaskit/logo';
import { asUser, inLanguage } from '../navigation';
import { PersonAvatar } from '../person-avatar';
import { useSite } from '../site-context';

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

/** Chooses the user's language, of those that the app has translations for. */
function LanguageMenu(): ReactNode {
  const { app, locale } = useSite();
  if (app.languages.length === 0) return null;
  return (
    <BarMenu
      title="Language"
      className="icon-link"
      label={`Language: ${nameOf(locale)}`}
      button={<GlobeIcon label="" />}
    >
      {app.languages.map((each) => (
        <DropdownItem key={each} href={inLanguage(each)} description={each} isSelected={each === locale}>
          {nameOf(each)}
        </DropdownItem>
      ))}
    </BarMenu>
  );
}

/** A language's own name of itself; what is no locale stays as it is. */
function nameOf(locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;
  } catch {
    return locale;
  }
}

function UserSwitcher(): ReactNode {
  const { app, user } = useSite();
  return (
    <BarMenu
      title="View as"
      className="user-switcher"
      label={`Viewing as ${user.displayName}`}
      button={
        <>
          <PersonAvatar name={user.displayName} />
          <span className="user-switcher-name">{user.displayName}</span>
        </>
      }
    >
      {app.users.map(({ login, displayName }) => (
        <DropdownItem
          key={login}
          href={asUser(location.href, login)}
          elemBefore={<PersonAvatar name={displayName} />}
          description={login}
          isSelected={login === user.login}
        >
          {displayName}
        </DropdownItem>
      ))}
    </BarMenu>
  );
}

interface BarMenuProps {
  title: string;
  className: string;
  /** What the button is called, and what it shows. */
  label: string;
  button: ReactNode;
  children: ReactNode;
}

function BarMenu({ button, children, className, label, title }: BarMenuProps): ReactNode {
  return (
    <DropdownMenu<HTMLButtonElement>
      placement="bottom-end"
      trigger={({ triggerRef, isSelected, testId, ...props }) => (
        <button {...props} ref={triggerRef} type="button" className={className} aria-label={label}>
          {button}
        </button>
      )}
    >
      <DropdownItemGroup title={title}>{children}</DropdownItemGroup>
    </DropdownMenu>
  );
}
