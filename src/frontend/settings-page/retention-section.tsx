import { useLanguage } from '../language/users-language';
import { NumberSetting } from './one-setting';
import { Section } from './section';
import type { SectionProps } from './section';

/** *Retention* */
export function RetentionSection(props: SectionProps) {
  const { t } = useLanguage();
  return (
    <Section title={t('settings.retention.title')}>
      <NumberSetting name="retentionDays" help={t('settings.help.retentionDays')} {...props} />
    </Section>
  );
}
