import { Field } from '../components/field';
import { useCurrentState } from '../components/use-current-state';
import { useLanguage } from '../language/users-language';
import { Choice } from './choice';
import { ConfirmedAction } from './confirmed-action';
import { invoke } from './invoke';
import type { SectionProps } from './section';
import type { WebhookSecretView } from '../../contract/settings-page';

const keptTimes = ['0', '1', '24', '72', '168'] as const;

type KeptHours = (typeof keptTimes)[number];

/** *Replace webhook secret*: asks how long the old one shall be accepted, for results stop once it is not. */
export function ReplaceSecret({ onCreated }: { onCreated: (created: WebhookSecretView) => void }) {
  const { t } = useLanguage();
  const keptHours = useCurrentState<KeptHours>(() => '24');
  return (
    <ConfirmedAction
      label={t('settings.webhook.replace')}
      title={t('settings.webhook.replace.question')}
      text={t('settings.webhook.replace.text')}
      action={t('settings.webhook.replace.sure')}
      appearance="warning"
      act={() => invoke('createWebhookSecret', { keepReplacedHours: Number(keptHours.current()) })}
      onDone={onCreated}
    >
      <Field id="keptHours" label={t('settings.webhook.kept.label')} help={t('settings.webhook.kept.help')}>
        <Choice
          id="keptHours"
          options={keptTimes.map((hours) => ({ value: hours, label: t(`settings.webhook.kept.${hours}`) }))}
          value={keptHours.value}
          onChange={(hours) => keptHours.update(() => hours)}
        />
      </Field>
    </ConfirmedAction>
  );
}

/** *Revoke the replaced secret now* */
export function RevokeSecret({ model }: Pick<SectionProps, 'model'>) {
  const { t } = useLanguage();
  return (
    <ConfirmedAction
      label={t('settings.webhook.revoke')}
      title={t('settings.webhook.revoke.question')}
      text={t('settings.webhook.revoke.text')}
      action={t('settings.webhook.revoke.sure')}
      appearance="danger"
      act={() => invoke('revokeReplacedSecrets')}
      onDone={(settings) => model.adopt(settings, 1)}
    />
  );
}
