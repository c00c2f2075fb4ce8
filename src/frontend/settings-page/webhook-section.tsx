import { LoadingButton, Inline, List, ListItem, Stack, Text, Textfield } from '@forge/react';
import { useState } from 'react';
import { Columns } from '../components/columns';
import { Field } from '../components/field';
import { useAction } from '../components/use-action';
import { useLanguage } from '../language/users-language';
import { ActionFailed } from './action-outcome';
import { errorSentence } from './error-words';
import { invoke } from './invoke';
import { ReplaceSecret, RevokeSecret } from './replace-secret';
import { Section } from './section';
import { WebhookActivity } from './webhook-activity';
import type { Focus } from '../components/use-focus';
import type { SectionProps } from './section';
import type { SettingsView, WebhookSecretView } from '../../contract/settings-page';

interface WebhookProps extends SectionProps {
  focus: Focus;
}

/** What to enter in Incode's dashboard, so that results come in: the integration guide's step 4. */
export function WebhookSection({ model, saved: { webhook }, focus }: WebhookProps) {
  const { t } = useLanguage();
  const [secret, setSecret] = useState<string>();
  const show = (created: WebhookSecretView) => {
    setSecret(created.secret);
    model.adopt(created.settings, 1);
    focus.on('webhookSecret');
  };
  return (
    <Section title={t('settings.webhook.title')}>
      <Stack space="space.0">
        <Text>{t('settings.webhook.intro')}</Text>
        <List type="ordered">
          <ListItem>{t('settings.webhook.step.open')}</ListItem>
          <ListItem>{t('settings.webhook.step.add')}</ListItem>
          <ListItem>{t('settings.webhook.step.events')}</ListItem>
        </List>
      </Stack>
      <Text size="small">{t('settings.webhook.oneSite')}</Text>
      <Values webhook={webhook} secret={secret} focus={focus} />
      <SecretActions model={model} webhook={webhook} focus={focus} onCreated={show} />
      <WebhookActivity webhook={webhook} />
    </Section>
  );
}

interface ValuesProps {
  webhook: SettingsView['webhook'];
  secret: string | undefined;
  focus: Focus;
}

/** In the order in which the dashboard asks for them. */
function Values({ webhook, secret, focus }: ValuesProps) {
  const { t, onDate } = useLanguage();
  const { secretCreatedAt } = webhook;
  return (
    <>
      <Field id="webhookUrl" label={t('settings.webhook.url')} help={t('settings.webhook.copy')}>
        <Textfield
          key={focus.keyOf('webhookUrl')}
          {...focus.propsOf('webhookUrl')}
          id="webhookUrl"
          name="webhookUrl"
          value={webhook.url}
          isReadOnly
        />
      </Field>
      <Columns>
        <Field id="webhookHeaderName" label={t('settings.webhook.headerName')}>
          <Textfield id="webhookHeaderName" name="webhookHeaderName" value={webhook.headerName} isReadOnly />
        </Field>
        {secret !== undefined && (
          <Field id="webhookSecret" label={t('settings.webhook.headerValue')}>
            <Textfield
              key={focus.keyOf('webhookSecret')}
              {...focus.propsOf('webhookSecret')}
              id="webhookSecret"
              name="webhookSecret"
              value={secret}
              isReadOnly
              isMonospaced
            />
          </Field>
        )}
        {secret === undefined && secretCreatedAt !== undefined && (
          <Field id="webhookSecretState" label={t('settings.webhook.headerValue')}>
            <Text>{t('settings.webhook.created', { date: onDate(secretCreatedAt) })}</Text>
          </Field>
        )}
      </Columns>
      {secret !== undefined && (
        <Inline space="space.100" shouldWrap>
          <Text weight="bold" color="color.text.warning">
            {t('settings.webhook.shownOnce.title')}
          </Text>
          <Text>{t('settings.webhook.shownOnce.text')}</Text>
        </Inline>
      )}
    </>
  );
}

interface SecretActionsProps extends Pick<SectionProps, 'model'> {
  webhook: SettingsView['webhook'];
  focus: Focus;
  onCreated: (created: WebhookSecretView) => void;
}

function SecretActions({ model, webhook, focus, onCreated }: SecretActionsProps) {
  const { t, onDate } = useLanguage();
  const { secretCreatedAt, replacedSecretEndsAt } = webhook;
  if (secretCreatedAt === undefined) return <CreateSecret focus={focus} onCreated={onCreated} />;
  return (
    <Stack space="space.100">
      <Inline space="space.100" shouldWrap>
        <ReplaceSecret onCreated={onCreated} />
        {replacedSecretEndsAt !== undefined && <RevokeSecret model={model} />}
      </Inline>
      {replacedSecretEndsAt !== undefined && (
        <Text>{t('settings.webhook.acceptedUntil', { date: onDate(replacedSecretEndsAt) })}</Text>
      )}
    </Stack>
  );
}

/** The first secret: until there is one, no webhook is accepted. */
function CreateSecret({ focus, onCreated }: Pick<SecretActionsProps, 'focus' | 'onCreated'>) {
  const language = useLanguage();
  const { t } = language;
  const { running, error, run } = useAction<'create'>();
  const create = async () => {
    const created = await run('create', () => invoke('createWebhookSecret', { keepReplacedHours: 0 }));
    if (created) onCreated(created);
  };
  return (
    <Stack space="space.100">
      <Inline space="space.150" alignBlock="center" shouldWrap>
        <LoadingButton
          key={focus.keyOf('createSecret')}
          {...focus.propsOf('createSecret')}
          isLoading={running === 'create'}
          onClick={() => void create()}
        >
          {t('settings.webhook.create')}
        </LoadingButton>
        <Text>{t('settings.webhook.noSecret')}</Text>
      </Inline>
      {error && <ActionFailed why={errorSentence(language, error)} />}
    </Stack>
  );
}
