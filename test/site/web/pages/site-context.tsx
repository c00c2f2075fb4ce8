import { createContext, useContext, useEffect, useState } from 'react';
import type { SiteUser } from '../../forge/jira-port';
import type { UiModule } from '../../forge/manifest';
import type { Place } from '../../forge/modules/place';
import type { LiveConnection } from '../bridge/live-connection';

/** A module of the app that has a place on a page, as `GET /site/app` tells it. */
export interface AppModule extends Omit<UiModule, 'title'> {
  /** What it stands on. */
  at: Place['at'];
  /** In the user's language. */
  title: string;
}

export interface SiteApp {
  name: string;
  modules: readonly AppModule[];
  /** The locales it has translations for. */
  languages: readonly string[];
  /** The one of them that it is shown in here. */
  language?: string;
  /** The users whom a visitor can act as. */
  users: readonly SiteUser[];
  /** Everybody who has an account, customers included. */
  people: readonly Pick<SiteUser, 'accountId' | 'displayName'>[];
  /** Milliseconds that the site's clock is ahead. */
  clockOffset: number;
}

export interface Site {
  app: SiteApp;
  live: LiveConnection;
  /** Who looks at the page. */
  user: SiteUser;
  /** The user's language, such as `de-DE`. */
  locale: string;
}

const Context = createContext<Site | undefined>(undefined);
export const SiteProvider = Context.Provider;

/** @throws Error outside of a `SiteProvider` */
export function useSite(): Site {
  const site = useContext(Context);
  if (!site) throw new Error('A page is drawn outside of a SiteProvider');
  return site;
}

const TICK_MS = 15_000;

/** The site's time in milliseconds, moving on while the page is open and whenever the clock is moved. */
export function useNow(): number {
  const { app, live } = useSite();
  const [offset, setOffset] = useState(app.clockOffset);
  const [now, setNow] = useState(Date.now);
  useEffect(() => live.onClock(setOffset), [live]);
  useEffect(() => {
    const ticking = setInterval(() => {
      setNow(Date.now());
    }, TICK_MS);
    return () => {
      clearInterval(ticking);
    };
  }, []);
  return now + offset;
}
