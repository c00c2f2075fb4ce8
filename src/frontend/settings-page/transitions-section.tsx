import { Checkbox, Stack, Text } from '@forge/react';
import { useLanguage } from '../language/users-language';
import { outcomes } from './choices';
import { MappingFields } from './mapping-fields';
import { ProjectMappings } from './project-mappings';
import { Section } from './section';
import { WorkflowChecks } from './workflow-checks';
import type { Language } from '../language/language';
import type { SectionProps } from './section';

/** *JIRA Status Transitions* */
export function TransitionsSection(props: SectionProps) {
  const { t } = useLanguage();
  const { model, saved, form } = props;
  return (
    <Section title={t('settings.transitions.title')} intro={t('settings.transitions.intro')}>
      <MappingFields
        id="transition"
        fields={outcomes.map((name) => ({
          name,
          label: t(`settings.transitions.${name}.label`),
          help: recommendation(t, name),
        }))}
        statuses={saved.statuses}
        mapping={form.transitions}
        onChange={(chosen) => {
          model.change(({ transitions }) => ({ transitions: { ...transitions, ...chosen } }));
        }}
      />
      <DemoResults {...props} />
      <Checkbox
        name="doOthersMoveTickets"
        label={t('settings.name.doOthersMoveTickets')}
        isChecked={form.doOthersMoveTickets}
        onChange={(event) => {
          model.change({ doOthersMoveTickets: event.target.checked === true });
        }}
      />
      <ProjectMappings {...props} />
      <WorkflowChecks {...props} />
    </Section>
  );
}

/** The guide's; names of statuses are the same in every language. */
function recommendation(t: Language['t'], outcome: (typeof outcomes)[number]): string {
  if (outcome === 'review') {
    return t('settings.transitions.recommended.two', { status: 'Escalate', other: 'Pending' });
  }
  return t('settings.transitions.recommended', { status: outcome === 'passed' ? 'In Progress' : 'Escalate' });
}

/** Whether demo results move tickets; warns where a mapping will do nothing because they do not. */
function DemoResults({ model, form }: SectionProps) {
  const { t } = useLanguage();
  const { environment, doDemoResultsMoveTickets, transitions, projectTransitions } = form;
  const mappings = [transitions, ...Object.values(projectTransitions)];
  const isMapped = mappings.some((mapping) => Object.values(mapping).some((status) => status !== null));
  return (
    <Stack space="space.050">
      <Checkbox
        name="doDemoResultsMoveTickets"
        label={t('settings.name.doDemoResultsMoveTickets')}
        isChecked={doDemoResultsMoveTickets}
        onChange={(event) => {
          model.change({ doDemoResultsMoveTickets: event.target.checked === true });
        }}
      />
      {environment === 'demo' && isMapped && !doDemoResultsMoveTickets && (
        <Text color="color.text.warning">{t('settings.transitions.demo')}</Text>
      )}
    </Stack>
  );
}
