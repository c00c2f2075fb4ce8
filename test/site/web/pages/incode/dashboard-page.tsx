import { useEffect, type ReactNode } from 'react';
import Spinner from '@atlaskit/spinner';
import { messageOf } from '../../error-message';
import type { DashboardView } from '../../../incode/views';
import { useSiteData } from '../use-site-data';
import { Behaviour } from './behaviour';
import { loadDashboard } from './dashboard-data';
import { Deliveries } from './deliveries';
import { Employees } from './employees';
import { Integrations } from './integrations';
import { Sessions } from './sessions';
import { Webhooks } from './webhooks';
import './dashboard.css';

const SECTIONS = [
  { id: 'employees', title: 'Employees' },
  { id: 'integrations', title: 'Integrations' },
  { id: 'sessions', title: 'Sessions' },
  { id: 'webhooks', title: 'Webhooks' },
  { id: 'deliveries', title: 'Deliveries' },
  { id: 'behaviour', title: 'Behaviour' },
];

/** The customer's side of Incode: who is enrolled, how an integration signs in, and where results are sent. */
export function DashboardPage(): ReactNode {
  const { data, error } = useSiteData(loadDashboard);
  useEffect(() => {
    document.title = 'Incode dashboard';
  }, []);
  return (
    <div className="dashboard">
      <nav className="dashboard-navigation" aria-label="Dashboard">
        <a href="/" className="dashboard-brand">
          incode
        </a>
        {SECTIONS.map(({ id, title }) => (
          <a key={id} href={`#${id}`}>
            {title}
          </a>
        ))}
      </nav>
      <main className="dashboard-main">
        <h1>Workforce dashboard</h1>
        {data && <Sections dashboard={data} />}
        {!data && error !== undefined && <p role="alert">The dashboard cannot be read: {messageOf(error)}</p>}
        {!data && error === undefined && <Spinner size="large" label="Loading" />}
      </main>
    </div>
  );
}

function Sections({ dashboard }: { dashboard: DashboardView }): ReactNode {
  return (
    <>
      <Employees employees={dashboard.employees} />
      <Integrations integrations={dashboard.integrations} />
      <Sessions sessions={dashboard.sessions} />
      <Webhooks webhooks={dashboard.webhooks} />
      <Deliveries deliveries={dashboard.deliveries} />
      <Behaviour employees={dashboard.employees} switches={dashboard.switches} />
    </>
  );
}
