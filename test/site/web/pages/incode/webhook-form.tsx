import { useState, type FormEvent, type ReactNode } from 'react';
import Button from '@atlaskit/button/new';
import { ErrorMessage, Label } from '@atlaskit/form';
import Textfield from '@atlaskit/textfield';
import { messageOf } from '../../error-message';
import { Checkbox } from '../../forge-doc/checkbox';
import { useFlags } from '../flags';
import { saveWebhook } from './dashboard-data';

const EVENTS = ['SESSION_STARTED', 'SESSION_SUCCEEDED', 'SESSION_FAILED', 'SESSION_PENDING_REVIEW'];

/** One address, and one header if any, for the chosen events; what these had before is replaced. */
export function WebhookForm({ onSaved }: { onSaved: () => void }): ReactNode {
  const flags = useFlags();
  const [events, setEvents] = useState<readonly string[]>(EVENTS);
  const [error, setError] = useState<string>();

  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    saveWebhook({ events, ...addressIn(new FormData(event.currentTarget)) }).then(
      () => {
        flags.show({ id: 'webhook', appearance: 'success', title: 'Webhook saved', isAutoDismiss: true });
        onSaved();
      },
      (reason: unknown) => {
        setError(messageOf(reason));
      },
    );
  };
  const toggle = (name: string, isChecked: boolean) => {
    setEvents(isChecked ? [...events, name] : events.filter((other) => other !== name));
  };

  return (
    <form className="webhook-form" onSubmit={save}>
      <Field id="webhook-url" name="url" label="URL" placeholder="https://…" />
      <div className="webhook-form-header">
        <Field id="webhook-header-name" name="headerName" label="Header name" />
        <Field id="webhook-header-value" name="headerValue" label="Header value" />
      </div>
      <fieldset>
        <legend>Events</legend>
        {EVENTS.map((name) => (
          <Checkbox
            key={name}
            label={name}
            isChecked={events.includes(name)}
            onChange={(event) => {
              toggle(name, event.currentTarget.checked);
            }}
          />
        ))}
      </fieldset>
      {error !== undefined && <ErrorMessage>{error}</ErrorMessage>}
      <Button type="submit" appearance="primary" isDisabled={events.length === 0}>
        Save webhook
      </Button>
    </form>
  );
}

function addressIn(form: FormData): { url: string; headers: Record<string, string> } {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const name = text('headerName');
  return { url: text('url'), headers: name ? { [name]: text('headerValue') } : {} };
}

function Field(props: { id: string; name: string; label: string; placeholder?: string }): ReactNode {
  const { id, label, ...field } = props;
  return (
    <div>
      <Label htmlFor={id}>{label}</Label>
      <Textfield id={id} autoComplete="off" {...field} />
    </div>
  );
}
