import { NumberField } from './number-field';
import { Section } from './section';
import type { SectionProps } from './settings-page';

/** *Retention* */
export function RetentionSection({ model, form }: SectionProps) {
  return (
    <Section title="Retention">
      <NumberField
        id="retentionDays"
        label="Keep verifications for (days)"
        help="Then they are erased from the app; comments in tickets stay"
        least={7}
        most={365}
        value={form.retentionDays}
        error={model.error?.fields?.['retentionDays']}
        onChange={(retentionDays) => {
          model.change({ retentionDays });
        }}
      />
    </Section>
  );
}
