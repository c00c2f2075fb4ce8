import type { ReactNode } from 'react';
import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import GlobeIcon from '@atlaskit/icon/core/globe';
import { asUser, inLanguage } from '../navigation';
import { PersonAvatar } from '../person-avatar';
import { useSite } from '../site-context';

/** Chooses the user's language, of those that the app has translations for. */
export function LanguageMenu(): ReactNode {
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

/** Changes whose eyes the page is seen with. */
export function UserSwitcher(): ReactNode {
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
