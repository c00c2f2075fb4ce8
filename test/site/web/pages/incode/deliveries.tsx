import type { ComponentProps, ReactNode } from 'react';
import Lozenge from '@atlaskit/lozenge';
import type { DashboardView, DeliveryView } from '../../../incode/views';
import { dateTime } from '../time';
import { Empty, Section, Table } from './section';

const APPEARANCES: Readonly<
  Record<DeliveryView['state'], NonNullable<ComponentProps<typeof Lozenge>['appearance']>>
> = {
  delivered: 'success',
  retrying: 'moved',
  'given up': 'removed',
  dropped: 'default',
};

/** What was sent to the webhooks, newest first, with each answer. */
export function Deliveries({ deliveries }: Pick<DashboardView, 'deliveries'>): ReactNode {
  return (
    <Section id="deliveries" title="Deliveries">
      {deliveries.length === 0 && <Empty>Nothing has been sent yet.</Empty>}
      {deliveries.length > 0 && (
        <Table label="Deliveries" head={['Event', 'Session ID', 'State', 'Attempts', 'URL']}>
          {deliveries.toReversed().map((delivery) => (
            <DeliveryRow key={delivery.id} delivery={delivery} />
          ))}
        </Table>
      )}
    </Section>
  );
}

function DeliveryRow({ delivery }: { delivery: DeliveryView }): ReactNode {
  return (
    <tr>
      <th scope="row">
        <code>{delivery.event}</code>
      </th>
      <td>
        <code>{delivery.interviewId}</code>
      </td>
      <td>
        <Lozenge appearance={APPEARANCES[delivery.state]}>{delivery.state}</Lozenge>
      </td>
      <td>
        <ol>
          {delivery.attempts.map((attempt, index) => (
            <li key={index}>
              {attempt.error ?? attempt.status} <span className="subtle">{moment(attempt.at)}</span>
            </li>
          ))}
        </ol>
        {delivery.nextAttemptAt !== undefined && (
          <span className="subtle">Next: {moment(delivery.nextAttemptAt)}</span>
        )}
      </td>
      <td className="url">{delivery.url}</td>
    </tr>
  );
}

function moment(at: string): string {
  return dateTime(Date.parse(at));
}
