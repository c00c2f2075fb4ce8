import { Inline, List, ListItem, LoadingButton, SectionMessage, Stack, Text, Textfield } from '@forge/react';
import { useState } from 'react';
import { Field } from '../components/field';
import { useAction } from '../components/use-action';
import { useCurrentState } from '../components/use-current-state';
import { useLanguage } from '../language/users-language';
import { Choice } from './choice';
import { errorSentence } from './error-words';
import { invoke } from './invoke';
import { Section } from './section';
import { WebhookEvents } from './webhook-activity';
import { WebhookRefusals } from './webhook-refusals';
import type { SectionProps } from './section';
import type { WebhookSecretView } from '../../contract/settings-page';

/** What to enter in Incode's dashboard, so that results come in. */
export function WebhookSection({ model, saved: { webhook } }: SectionProps) {
  const language = useLanguage();
  const { t, onDate } = language;
  const [webhookSecret, setWebhookSecret] = useState<WebhookSecretView>();
  const { running, error, run } = useAction<'create' | 'revoke'>();
  const keptHours = useCurrentState<KeptHours>(() => '24');
  const create = async () => {
    const keepReplacedHours = Number(keptHours.current());
    const created = await run('create', () => invoke('createWebhookSecret', { keepReplacedHours }));
    if (!created) return;
    setWebhookSecret(created);
    model.adopt(created.settings, 1);
  };
  const revoke = async () => {
    const settings = await run('revoke', () => invoke('revokeReplacedSecrets'));
    if (settings) model.adopt(settings, 1);
  };
  return (
    <Section title={t('settings.webhook.title')} intro={t('settings.webhook.intro')}>
      <Steps />
      <Field id="webhookUrl" label={t('settings.webhook.url')}>
        <Textfield id="webhookUrl" name="webhookUrl" value={webhook.url} isReadOnly />
      </Field>
      <Field id="webhookHeaderName" label={t('settings.webhook.headerName')}>
        <Textfield id="webhookHeaderName" name="webhookHeaderName" value={webhook.headerName} isReadOnly />
      </Field>
      {webhookSecret ? (
        <NewSecret secret={webhookSecret} />
      ) : (
        <SecretState createdAt={webhook.secretCreatedAt} />
      )}
      {error && (
        <SectionMessage appearance="error" title={t('settings.action.failed.title')}>
          <Text>{errorSentence(language, error)}</Text>
        </SectionMessage>
      )}
      {webhook.secretCreatedAt !== undefined && (
        <Field id="keptHours" label={t('settings.webhook.kept.label')} help={t('settings.webhook.kept.help')}>
          <Choice
            id="keptHours"
            options={keptTimes.map((hours) => ({ value: hours, label: t(`settings.webhook.kept.${hours}`) }))}
            value={keptHours.value}
            onChange={(hours) => keptHours.update(() => hours)}
          />
        </Field>
      )}
      <Inline space="space.100" shouldWrap>
        <LoadingButton isLoading={running === 'create'} onClick={() => void create()}>
          {t(webhook.secretCreatedAt === undefined ? 'settings.webhook.create' : 'settings.webhook.replace')}
        </LoadingButton>
        {webhook.replacedSecretEndsAt !== undefined && (
          <LoadingButton isLoading={running === 'revoke'} onClick={() => void revoke()}>
            {t('settings.webhook.revoke')}
          </LoadingButton>
        )}
      </Inline>
      {webhook.replacedSecretEndsAt !== undefined && (
        <Text>{t('settings.webhook.acceptedUntil', { date: onDate(webhook.replacedSecretEndsAt) })}</Text>
      )}
      <WebhookEvents webhook={webhook} />
      <WebhookRefusals activity={webhook.activity} />
    </Section>
  );
}

/** The integration guide's step 4. */
function Steps() {
  const { t } = useLanguage();
  return (
    <Stack space="space.100">
      <List type="ordered">
        <ListItem>{t('settings.webhook.step.open')}</ListItem>
        <ListItem>{t('settings.webhook.step.add')}</ListItem>
        <ListItem>{t('settings.webhook.step.events')}</ListItem>
        <ListItem>{t('settings.webhook.step.save')}</ListItem>
      </List>
      <Text>{t('settings.webhook.oneSite')}</Text>
    </Stack>
  );
}

const keptTimes = ['0', '1', '24', '72', '168'] as const;

type KeptHours = (typeof keptTimes)[number];

function NewSecret({ secret: { secret } }: { secret: WebhookSecretView }) {
  const { t } = useLanguage();
  return (
    <Stack space="space.100">
      <Field id="webhookSecret" label={t('settings.webhook.headerValue')}>
        <Textfield id="webhookSecret" name="webhookSecret" value={secret} isReadOnly isMonospaced />
      </Field>
      <SectionMessage appearance="warning" title={t('settings.webhook.shownOnce.title')}>
        <Text>{t('settings.webhook.shownOnce.text')}</Text>
      </SectionMessage>
    </Stack>
  );
}

function SecretState({ createdAt }: { createdAt: number | undefined }) {
  const { t, onDate } = useLanguage();
  if (createdAt !== undefined) {
    return <Text>{t('settings.webhook.created', { date: onDate(createdAt) })}</Text>;
  }
  return (
    <SectionMessage appearance="warning" title={t('settings.webhook.noSecret.title')}>
      <Text>{t('settings.webhook.noSecret.text')}</Text>
    </SectionMessage>
  );
}
