import { useCallback, useEffect, useState, type ReactNode } from 'react';
import CheckMarkIcon from '@atlaskit/icon/core/check-mark';
import ClockIcon from '@atlaskit/icon/core/clock';
import { requestJson, sendJson } from '../../http';
import { useAction } from '../flags';
import { timeOfDay } from '../time';
import { useSiteData } from '../use-site-data';
import './verify.css';

interface Session {
  state: 'open' | 'ended' | 'done';
  employeeName: string;
  endsAt: string;
}

const OUTCOMES = [
  { outcome: 'pass', label: 'Pass' },
  { outcome: 'fail', label: 'Fail' },
  { outcome: 'review', label: 'Needs review' },
] as const;

/** What opens on the employee's phone behind a link: Incode's page, with the outcome to choose instead of a camera. */
export function VerifyPage({ token }: { token: string }): ReactNode {
  const load = useCallback(() => requestJson<Session>(`/verify/${token}/data`), [token]);
  const { data, error } = useSiteData(load);
  useEffect(() => {
    document.title = 'Identity verification';
  }, []);
  return (
    <main className="verify">
      <p className="verify-brand">incode</p>
      {error !== undefined && !data && <Closing title="This link is not valid" text="Ask for a new one." />}
      {data && <SessionView session={data} token={token} />}
    </main>
  );
}

function SessionView({ session, token }: { session: Session; token: string }): ReactNode {
  const [hasLeft, setHasLeft] = useState(false);
  if (session.state === 'done') {
    return (
      <Closing
        isGood
        title="Thank you, that was all"
        text="You can close this page and go back to your call."
      />
    );
  }
  if (session.state === 'ended')
    return <Closing title="This link has ended" text="Ask the help desk for a new one." />;
  if (hasLeft) {
    return (
      <Closing
        title="You left before the end"
        text={`Nothing was sent. The link in your messages works until ${timeOfDay(Date.parse(session.endsAt))}.`}
      />
    );
  }
  return (
    <OpenSession
      session={session}
      token={token}
      onLeave={() => {
        setHasLeft(true);
      }}
    />
  );
}

interface OpenSessionProps {
  session: Session;
  token: string;
  onLeave: () => void;
}

function OpenSession({ session, token, onLeave }: OpenSessionProps): ReactNode {
  const act = useAction();
  const [isOpened, setIsOpened] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  useEffect(() => {
    // The link may have ended this very moment; the page then says so by itself.
    sendJson('POST', `/verify/${token}/open`).then(
      () => {
        setIsOpened(true);
      },
      () => undefined,
    );
  }, [token]);
  const finish = (outcome: string) => {
    setIsBusy(true);
    act(() =>
      sendJson('POST', `/verify/${token}/finish`, { outcome }).finally(() => {
        setIsBusy(false);
      }),
    );
  };
  return (
    <>
      <h1>Hello {session.employeeName}, let's verify it's you</h1>
      <div className="verify-face" aria-hidden="true" />
      <p className="verify-hint">
        Instead of taking a selfie, choose how it goes. This link works until{' '}
        {timeOfDay(Date.parse(session.endsAt))}.
      </p>
      {isOpened && (
        <div className="verify-actions">
          {OUTCOMES.map(({ outcome, label }) => (
            <button
              key={outcome}
              type="button"
              data-outcome={outcome}
              disabled={isBusy}
              onClick={() => {
                finish(outcome);
              }}
            >
              {label}
            </button>
          ))}
          <button type="button" data-outcome="none" disabled={isBusy} onClick={onLeave}>
            Walk away
          </button>
        </div>
      )}
    </>
  );
}

function Closing(props: { title: string; text: string; isGood?: boolean }): ReactNode {
  return (
    <>
      <div className="verify-closing" data-good={props.isGood ?? false} aria-hidden="true">
        {props.isGood ? (
          <CheckMarkIcon label="" color="currentColor" />
        ) : (
          <ClockIcon label="" color="currentColor" />
        )}
      </div>
      <h1>{props.title}</h1>
      <p className="verify-hint">{props.text}</p>
    </>
  );
}
