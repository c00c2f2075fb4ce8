import { useCallback, useEffect, type ReactNode } from 'react';
import { AdministratorsOnly } from '../jira/administrators-only';
import { TopBar } from '../jira/top-bar';
import { useSite } from '../site-context';
import { dateTime } from '../time';
import { useSiteData } from '../use-site-data';
import { loadAutomation, type AuditEntry } from './automation-client';
import { RuleForm } from './rule-form';
import { RuleRow } from './rule-row';
import './automation.css';

/** Jira's Automation: rules, a form for new ones, and the audit log. */
export function AutomationPage(): ReactNode {
  const { locale } = useSite();
  const load = useCallback(() => loadAutomation(locale), [locale]);
  const { data, reload } = useSiteData(load);
  useEffect(() => {
    document.title = 'Automation - Jira';
  }, []);
  return (
    <AdministratorsOnly>
      <TopBar />
      <main className="automation">
        <h1>Automation</h1>
        {data && (
          <>
            <section aria-labelledby="automation-rules">
              <h2 id="automation-rules">Rules</h2>
              {data.rules.length === 0 && <p className="subtle">There are no rules yet.</p>}
              <ul>
                {data.rules.map((rule) => (
                  <RuleRow key={rule.id} rule={rule} view={data} reload={reload} />
                ))}
              </ul>
            </section>
            <RuleForm view={data} reload={reload} />
            <AuditLog log={data.log} />
          </>
        )}
      </main>
    </AdministratorsOnly>
  );
}

function AuditLog({ log }: { log: readonly AuditEntry[] }): ReactNode {
  return (
    <section aria-labelledby="automation-log">
      <h2 id="automation-log">Audit log</h2>
      {log.length === 0 && <p className="subtle">No rule has run yet.</p>}
      <ol className="automation-log">
        {log.toReversed().map(({ at, isSuccess, issue, rule, text }, index) => (
          <li key={log.length - index}>
            <p>
              <time dateTime={at}>{dateTime(Date.parse(at))}</time> <strong>{rule}</strong> {issue}
            </p>
            <p className={isSuccess ? 'automation-success' : 'automation-failure'}>
              {isSuccess ? 'Success' : 'Failed'}: {text}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
