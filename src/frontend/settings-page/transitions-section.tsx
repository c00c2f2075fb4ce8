import { Checkbox } from '@forge/react';
import { useLanguage } from '../language/users-language';
import { outcomes } from './choices';
import { MappingFields } from './mapping-fields';
import { ProjectMappings } from './project-mappings';
import { Section } from './section';
import { WorkflowChecks } from './workflow-checks';
import type { SectionProps } from './section';

/** *JIRA Status Transitions* */
export function TransitionsSection(props: SectionProps) {
  const { t } = useLanguage();
  const { model, saved, form } = props;
  const fields = outcomes.map((name) => ({
    name,
    label: t(`settings.transitions.${name}.label`),
    help: t(`settings.transitions.${name}.help`),
  }));
  return (
    <Section title={t('settings.transitions.title')} intro={t('settings.transitions.intro')}>
      <MappingFields
        id="transition"
        fields={fields}
        statuses={saved.statuses}
        mapping={form.transitions}
        onChange={(transitions) => {
          model.change({ transitions });
        }}
      />
      <Checkbox
        name="doDemoResultsMoveTickets"
        label={t('settings.name.doDemoResultsMoveTickets')}
        isChecked={form.doDemoResultsMoveTickets}
        onChange={(event) => {
          model.change({ doDemoResultsMoveTickets: event.target.checked === true });
        }}
      />
      <ProjectMappings {...props} />
      <WorkflowChecks {...props} />
    </Section>
  );
}
