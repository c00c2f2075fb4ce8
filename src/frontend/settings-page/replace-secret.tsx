import { Button } from '@forge/react';
import { useState } from 'react';
import { Confirm } from '../components/confirm';
import { Field } from '../components/field';
import { useAction } from '../components/use-action';
import { useCurrentState } from '../components/use-current-state';
import { useLanguage } from '../language/users-language';
import { Choice } from './choice';
import { errorSentence } from './error-words';
import { invoke } from './invoke';
import type { SectionProps } from './section';
import type { WebhookSecretView } from '../../contract/settings-page';

const keptTimes = ['0', '1', '24', '72', '168'] as const;

type KeptHours = (typeof keptTimes)[number];

/** *Replace webhook secret*: asks how long the old one shall be accepted, for results stop once it is not. */
export function ReplaceSecret({ onCreated }: { onCreated: (created: WebhookSecretView) => void }) {
  const language = useLanguage();
  const { t } = language;
  const [isAsking, setIsAsking] = useState(false);
  const { running, error, run } = useAction<'create'>();
  const keptHours = useCurrentState<KeptHours>(() => '24');
  const create = async () => {
    const keepReplacedHours = Number(keptHours.current());
    const created = await run('create', () => invoke('createWebhookSecret', { keepReplacedHours }));
    if (!created) return;
    setIsAsking(false);
    onCreated(created);
  };
  return (
    <>
      <Button onClick={() => setIsAsking(true)}>{t('settings.webhook.replace')}</Button>
      <Confirm
        isOpen={isAsking}
        title={t('settings.webhook.replace.question')}
        text={t('settings.webhook.replace.text')}
        action={t('settings.webhook.replace.sure')}
        appearance="warning"
        isRunning={running === 'create'}
        error={error && errorSentence(language, error)}
        onConfirm={() => void create()}
        onCancel={() => setIsAsking(false)}
      >
        <Field id="keptHours" label={t('settings.webhook.kept.label')} help={t('settings.webhook.kept.help')}>
          <Choice
            id="keptHours"
            options={keptTimes.map((hours) => ({ value: hours, label: t(`settings.webhook.kept.${hours}`) }))}
            value={keptHours.value}
            onChange={(hours) => keptHours.update(() => hours)}
          />
        </Field>
      </Confirm>
    </>
  );
}

/** *Revoke the replaced secret now* */
export function RevokeSecret({ model }: Pick<SectionProps, 'model'>) {
  const language = useLanguage();
  const { t } = language;
  const [isAsking, setIsAsking] = useState(false);
  const { running, error, run } = useAction<'revoke'>();
  const revoke = async () => {
    const settings = await run('revoke', () => invoke('revokeReplacedSecrets'));
    if (!settings) return;
    setIsAsking(false);
    model.adopt(settings, 1);
  };
  return (
    <>
      <Button onClick={() => setIsAsking(true)}>{t('settings.webhook.revoke')}</Button>
      <Confirm
        isOpen={isAsking}
        title={t('settings.webhook.revoke.question')}
        text={t('settings.webhook.revoke.text')}
        action={t('settings.webhook.revoke.sure')}
        appearance="danger"
        isRunning={running === 'revoke'}
        error={error && errorSentence(language, error)}
        onConfirm={() => void revoke()}
        onCancel={() => setIsAsking(false)}
      />
    </>
  );
}
