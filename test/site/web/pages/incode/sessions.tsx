import type { ComponentProps, ReactNode } from 'react';
import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import type { DashboardView, SessionView } from '../../../incode/views';
import { useAction } from '../flags';
import { useNow } from '../site-context';
import { timeAgo, timeOfDay } from '../time';
import { finishReview } from './dashboard-data';
import { Empty, Section, Table } from './section';

type Appearance = NonNullable<ComponentProps<typeof Lozenge>['appearance']>;

const STATES: Readonly<Record<SessionView['state'], { text: string; appearance: Appearance }>> = {
  sent: { text: 'Link sent', appearance: 'default' },
  started: { text: 'Started', appearance: 'inprogress' },
  passed: { text: 'Passed', appearance: 'success' },
  failed: { text: 'Failed', appearance: 'removed' },
  review: { text: 'Pending review', appearance: 'moved' },
};

/** Every verification, newest first. A pending review can be finished here. */
export function Sessions({ sessions }: Pick<DashboardView, 'sessions'>): ReactNode {
  const now = useNow();
  return (
    <Section id="sessions" title="Sessions">
      {sessions.length === 0 && <Empty>No verification has been requested yet.</Empty>}
      {sessions.length > 0 && (
        <Table
          label="Sessions"
          head={['Session ID', 'Employee', 'Environment', 'State', 'Requested', 'Link ends', 'Review']}
        >
          {sessions.toReversed().map((session) => (
            <tr key={session.interviewId}>
              <th scope="row">
                <code>{session.interviewId}</code>
              </th>
              <td>{session.loginHint}</td>
              <td>{session.environment}</td>
              <td>
                <Lozenge appearance={STATES[session.state].appearance}>{STATES[session.state].text}</Lozenge>
              </td>
              <td>{timeAgo(Date.parse(session.createdAt), now)}</td>
              <td>{timeOfDay(Date.parse(session.linkEndsAt))}</td>
              <td>{session.state === 'review' ? <Review session={session} /> : '–'}</td>
            </tr>
          ))}
        </Table>
      )}
    </Section>
  );
}

function Review({ session }: { session: SessionView }): ReactNode {
  const act = useAction();
  const finish = (outcome: 'passed' | 'failed') => () => {
    act(() => finishReview(session.interviewId, outcome));
  };
  return (
    <span className="review-actions">
      <Button spacing="compact" onClick={finish('passed')}>
        Mark as passed
      </Button>
      <Button spacing="compact" onClick={finish('failed')}>
        Mark as failed
      </Button>
    </span>
  );
}
