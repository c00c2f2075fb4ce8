import { createRoot } from 'react-dom/client';
import { LiveConnection } from '../bridge/live-connection';
import { setUpAtlaskit } from './atlaskit-setup';
import { CallsPanel } from './calls/calls-panel';
import { FlagsProvider } from './flags';
import { requestJson } from '../http';
import { chosenLocale } from './navigation';
import { Page } from './routes';
import { SiteProvider, type Site, type SiteApp } from './site-context';
import './base.css';
import '../adf/adf.css';

async function start(): Promise<void> {
  const locale = chosenLocale() ?? 'en-US';
  const query = new URLSearchParams({ locale }).toString();
  const [app] = await Promise.all([requestJson<SiteApp>(`/site/app?${query}`), setUpAtlaskit()]);
  const login = new URLSearchParams(location.search).get('as');
  const user = app.users.find((candidate) => candidate.login === login) ?? app.users[0];
  const root = document.getElementById('root');
  if (!user || !root) throw new Error('The site has no users.');
  const site: Site = { app, user, locale, live: new LiveConnection(`ws://${location.host}/site/live`) };
  // Employees use their phone and the portal: platform calls are not for them.
  const isForTheEmployee = /^\/(phone|verify|servicedesk)\b/.test(location.pathname);
  createRoot(root).render(
    <SiteProvider value={site}>
      <FlagsProvider>
        <Page path={location.pathname} />
        {isForTheEmployee || <CallsPanel />}
      </FlagsProvider>
    </SiteProvider>,
  );
}

void start();
