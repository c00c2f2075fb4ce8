import { useLanguage } from '../language/users-language';
import { NumberField } from './number-field';
import { Section } from './section';
import type { SectionProps } from './section';

/** *Retention* */
export function RetentionSection({ model, form }: SectionProps) {
  const { t } = useLanguage();
  return (
    <Section title={t('settings.retention.title')}>
      <NumberField
        id="retentionDays"
        name="retentionDays"
        label={t('settings.name.retentionDays')}
        help={t('settings.help.retentionDays')}
        value={form.retentionDays}
        model={model}
        onChange={(retentionDays) => {
          model.change({ retentionDays });
        }}
      />
    </Section>
  );
}
