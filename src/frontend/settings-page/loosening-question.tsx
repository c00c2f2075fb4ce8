import { Confirm } from '../components/confirm';
import { useLanguage } from '../language/users-language';
import type { SectionProps } from './section';

/** Asks before settings are saved that let more people through, or see more; one question for all of them. */
export function LooseningQuestion({ model }: Pick<SectionProps, 'model'>) {
  const { t, sentences } = useLanguage();
  const [first = '', ...others] = model.loosened.map((name) => t(`settings.loosened.${name}`));
  return (
    <Confirm
      isOpen={model.loosened.length > 0}
      title={t('settings.loosened.question')}
      text={sentences(first, ...others)}
      action={t('settings.loosened.sure')}
      appearance="danger"
      isRunning={model.isSaving}
      onConfirm={() => void model.saveLoosened()}
      onCancel={model.cancelSaving}
    />
  );
}
