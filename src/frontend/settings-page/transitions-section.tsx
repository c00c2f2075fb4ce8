import { HelperMessage, Stack, Text } from '@forge/react';
import { Columns } from '../components/columns';
import { useLanguage } from '../language/users-language';
import { outcomes } from './choices';
import { MappingFields } from './mapping-fields';
import { FlagSetting } from './one-setting';
import { ProjectMappings } from './project-mappings';
import { Section } from './section';
import { hasMapping } from './setup-steps';
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
      <Columns>
        <DemoResults {...props} />
        <FlagSetting name="doOthersMoveTickets" {...props} />
      </Columns>
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
function DemoResults(props: SectionProps) {
  const { t } = useLanguage();
  const { form } = props;
  return (
    <Stack space="space.050">
      <FlagSetting name="doDemoResultsMoveTickets" {...props} />
      <HelperMessage>{t('settings.help.doDemoResultsMoveTickets')}</HelperMessage>
      {form.environment === 'demo' && hasMapping(form) && !form.doDemoResultsMoveTickets && (
        <Text color="color.text.warning">{t('settings.transitions.demo')}</Text>
      )}
    </Stack>
  );
}
