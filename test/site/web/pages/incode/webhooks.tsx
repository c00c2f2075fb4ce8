import { useState, type ReactNode } from 'react';
import Button from '@atlaskit/button/new';
import type { Webhook } from '../../../incode/model';
import { useAction } from '../flags';
import { removeWebhook } from './dashboard-data';
import { Empty, Section, Table } from './section';
import { WebhookForm } from './webhook-form';

/** Where Incode sends what happens to a session: one address and its headers per kind of event. */
export function Webhooks({ webhooks }: { webhooks: readonly Webhook[] }): ReactNode {
  const [formKey, setFormKey] = useState(0);
  return (
    <Section id="webhooks" title="Configuration → Webhooks">
      {webhooks.length === 0 && <Empty>No webhook is registered, so results are sent nowhere.</Empty>}
      {webhooks.length > 0 && (
        <Table label="Registered webhooks" head={['Event', 'URL', 'Headers', 'Action']}>
          {webhooks.map((webhook) => (
            <WebhookRow key={webhook.event} webhook={webhook} />
          ))}
        </Table>
      )}
      <h3>Add a webhook</h3>
      <WebhookForm
        key={formKey}
        onSaved={() => {
          setFormKey(formKey + 1);
        }}
      />
    </Section>
  );
}

function WebhookRow({ webhook }: { webhook: Webhook }): ReactNode {
  const act = useAction();
  const remove = () => {
    act(() => removeWebhook(webhook.event));
  };
  return (
    <tr>
      <th scope="row">
        <code>{webhook.event}</code>
      </th>
      <td className="url">{webhook.url}</td>
      <td>
        {Object.entries(webhook.headers).map(([name, value]) => (
          <code key={name} className="header">
            {name}: {value}
          </code>
        ))}
      </td>
      <td>
        <Button spacing="compact" appearance="subtle" aria-label={`Remove ${webhook.event}`} onClick={remove}>
          Remove
        </Button>
      </td>
    </tr>
  );
}
