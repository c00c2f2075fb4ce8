import {
  Button,
  ButtonGroup,
  Inline,
  List,
  ListItem,
  SectionMessage,
  Stack,
  Text,
  Textfield,
} from '@forge/react';
import { useState } from 'react';
import { call } from '../components/call';
import { Field } from '../components/field';
import { useCurrentState } from '../components/use-current-state';
import { Choice } from './choice';
import { invoke } from './invoke';
import { Section } from './section';
import { WebhookEvents } from './webhook-activity';
import { WebhookRefusals } from './webhook-refusals';
import { errorSentence } from './words';
import type { SectionProps } from './settings-page';
import type { WireError } from '../../contract/answer';
import type { WebhookSecretView } from '../../contract/settings-page';

/** What to enter in Incode's dashboard, so that results come in. */
export function WebhookSection({ model, saved: { webhook } }: SectionProps) {
  const [webhookSecret, setWebhookSecret] = useState<WebhookSecretView>();
  const [error, setError] = useState<WireError>();
  const keptHours = useCurrentState<KeptHours>(() => '24');
  const create = async () => {
    const answer = await call(
      invoke('createWebhookSecret', { keepReplacedHours: Number(keptHours.current()) }),
    );
    setError(answer.ok ? undefined : answer.error);
    if (!answer.ok) return;
    setWebhookSecret(answer.data);
    model.adopt(answer.data.settings, 1);
  };
  const revoke = async () => {
    const answer = await call(invoke('revokeReplacedSecrets'));
    setError(answer.ok ? undefined : answer.error);
    if (answer.ok) model.adopt(answer.data, 1);
  };
  return (
    <Section title="Webhook" intro="Incode tells of results by this webhook. Register it once:">
      <Steps />
      <Field id="webhookUrl" label="Webhook URL">
        <Textfield id="webhookUrl" name="webhookUrl" value={webhook.url} isReadOnly />
      </Field>
      <Field id="webhookHeaderName" label="Header name">
        <Textfield id="webhookHeaderName" name="webhookHeaderName" value={webhook.headerName} isReadOnly />
      </Field>
      {webhookSecret ? (
        <NewSecret secret={webhookSecret} />
      ) : (
        <SecretState createdAt={webhook.secretCreatedAt} />
      )}
      {error && (
        <SectionMessage appearance="error" title="Nothing was changed">
          <Text>{errorSentence(error)}</Text>
        </SectionMessage>
      )}
      {webhook.secretCreatedAt !== undefined && (
        <Field
          id="keptHours"
          label="When replacing, accept the old secret for"
          help="Has it leaked? Choose “Not at all”: no webhook is accepted then until Incode sends the new one."
        >
          <Choice
            id="keptHours"
            options={keptTimes}
            value={keptHours.value}
            onChange={(hours) => keptHours.update(() => hours)}
          />
        </Field>
      )}
      <Inline>
        <ButtonGroup>
          <Button onClick={() => void create()}>
            {webhook.secretCreatedAt === undefined ? 'Create webhook secret' : 'Replace webhook secret'}
          </Button>
          {webhook.replacedSecretEndsAt !== undefined && (
            <Button onClick={() => void revoke()}>Revoke the replaced secret now</Button>
          )}
        </ButtonGroup>
      </Inline>
      {webhook.replacedSecretEndsAt !== undefined && (
        <Text>{`The secret before this one is accepted until ${new Date(webhook.replacedSecretEndsAt).toLocaleString()}.`}</Text>
      )}
      <WebhookEvents webhook={webhook} />
      <WebhookRefusals activity={webhook.activity} />
    </Section>
  );
}

/** The integration guide's step 4. */
function Steps() {
  return (
    <Stack space="space.100">
      <List type="ordered">
        <ListItem>In your Incode dashboard, go to Configuration → Webhooks.</ListItem>
        <ListItem>Add a webhook with the URL and the header below.</ListItem>
        <ListItem>
          Choose the events SESSION_STARTED, SESSION_SUCCEEDED, SESSION_FAILED and SESSION_PENDING_REVIEW.
        </ListItem>
        <ListItem>Save the webhook configuration.</ListItem>
      </List>
      <Text>Incode has one URL per event, so one Incode organisation serves one Jira site.</Text>
    </Stack>
  );
}

const keptTimes = [
  { value: '0', label: 'Not at all' },
  { value: '1', label: '1 hour' },
  { value: '24', label: '1 day' },
  { value: '72', label: '3 days' },
  { value: '168', label: '7 days' },
] as const;

type KeptHours = (typeof keptTimes)[number]['value'];

function NewSecret({ secret: { secret } }: { secret: WebhookSecretView }) {
  return (
    <Stack space="space.100">
      <Field id="webhookSecret" label="Header value">
        <Textfield id="webhookSecret" name="webhookSecret" value={secret} isReadOnly isMonospaced />
      </Field>
      <SectionMessage appearance="warning" title="This value is shown only now">
        <Text>
          Select and copy it into Incode’s dashboard before you leave this page. It is saved already.
        </Text>
      </SectionMessage>
    </Stack>
  );
}

function SecretState({ createdAt }: { createdAt: number | undefined }) {
  if (createdAt !== undefined) {
    return (
      <Text>
        The header value was created on {new Date(createdAt).toLocaleString()} and is not shown again.
      </Text>
    );
  }
  return (
    <SectionMessage appearance="warning" title="No webhook is accepted yet">
      <Text>
        Create the secret that Incode has to send in this header. Until then no result can reach a ticket.
      </Text>
    </SectionMessage>
  );
}
