import { useEffect, useState, type ReactNode } from 'react';
import { IconButton } from '@atlaskit/button/new';
import AngleBracketsIcon from '@atlaskit/icon/core/angle-brackets';
import CrossIcon from '@atlaskit/icon/core/cross';
import { messageOf } from '../../error-message';
import { requestJson } from '../../http';
import { exactTime } from '../time';
import { useSiteData } from '../use-site-data';
import { latestRuns, type Happening, type Run, type SiteLog } from './happenings';
import './calls.css';

const KEPT_AS = 'platform-calls';
/** Calls that change nothing are not announced. */
const LOOK_AGAIN_MS = 2000;

const loadLog = () => requestJson<SiteLog>('/site/log');

/** What the app asks of its platform, as it happens: beside the page, and only when somebody wants to see it. */
export function CallsPanel(): ReactNode {
  const [isOpen, setIsOpen] = useState(() => localStorage.getItem(KEPT_AS) === 'open');
  const show = (open: boolean) => {
    localStorage.setItem(KEPT_AS, open ? 'open' : 'closed');
    setIsOpen(open);
  };
  return (
    <aside className="calls" data-open={isOpen} aria-label="Platform calls">
      {!isOpen && (
        <button
          type="button"
          className="calls-open"
          onClick={() => {
            show(true);
          }}
        >
          <AngleBracketsIcon label="" size="small" /> Calls
        </button>
      )}
      {isOpen && (
        <>
          <header>
            <h2>Platform calls</h2>
            <IconButton
              icon={CrossIcon}
              label="Hide platform calls"
              appearance="subtle"
              spacing="compact"
              onClick={() => {
                show(false);
              }}
            />
          </header>
          <Runs />
        </>
      )}
    </aside>
  );
}

function Runs(): ReactNode {
  const { data, error, reload } = useSiteData(loadLog);
  useEffect(() => {
    const looking = setInterval(reload, LOOK_AGAIN_MS);
    return () => {
      clearInterval(looking);
    };
  }, [reload]);
  const runs = data ? latestRuns(data) : [];
  return (
    <div className="calls-list" role="group" aria-label="Latest calls" tabIndex={0}>
      {error !== undefined && <p className="calls-note">The log cannot be read: {messageOf(error)}</p>}
      {data && runs.length === 0 && <p className="calls-note">The app has not called its platform yet.</p>}
      <ol>
        {runs.map((run) => (
          <li key={run.id}>
            <RunView run={run} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function RunView({ run }: { run: Run }): ReactNode {
  return (
    <section className="run" aria-label={`${run.module}, ${exactTime(Date.parse(run.at))}`}>
      <h3>
        {run.module} <time dateTime={run.at}>{exactTime(Date.parse(run.at))}</time>
      </h3>
      <ol>
        {run.happenings.map((happening, index) => (
          <li key={index}>
            <HappeningView happening={happening} since={Date.parse(run.at)} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function HappeningView({ happening, since }: { happening: Happening; since: number }): ReactNode {
  if (happening.kind === 'line') {
    const { level, text } = happening.line;
    return (
      <p className="app-line" data-level={level}>
        {text}
      </p>
    );
  }
  // 404 is how a store says that it has no such key.
  const { at, method, ms, path, status, target } = happening.call;
  return (
    <p className="call" data-failed={status >= 400 && status !== 404}>
      <span className="call-target">{target}</span>
      <code>
        {method} {path}
      </code>
      <span className="call-status">{status}</span>
      <span
        className="call-time"
        title={`Begun ${Math.max(0, Date.parse(at) - since)} ms after the run's first call`}
      >
        {Math.round(ms)} ms
      </span>
    </p>
  );
}
