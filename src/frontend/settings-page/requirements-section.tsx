import { Button, ErrorMessage, Inline, Stack, Text } from '@forge/react';
import { MOST_RULES } from '../../contract/setting-ranges';
import { useFieldError } from '../components/use-field-error';
import { useLanguage } from '../language/users-language';
import { ListMore } from './list-more';
import { RuleFields } from './rule-fields';
import { Section } from './section';
import type { SectionProps } from './section';
import type { SettingsForm } from '../../contract/settings-page';

type Rules = SettingsForm['rules'];

const newRule: Rules[string] = {
  name: '',
  projectId: '',
  requestTypes: [],
  passCountsMinutes: 60,
  about: 'reporter',
};

/** *Requirements*: what requests need before they count as verified. */
export function RequirementsSection({ model, form: { rules }, projects }: SectionProps) {
  const { t } = useLanguage();
  const change = (changed: (all: Rules) => Rules) => {
    model.change((form) => ({ rules: changed(form.rules) }));
  };
  const entries = Object.entries(rules);
  const fieldError = useFieldError();
  const fault = model.faults['rules'];
  return (
    <Section title={t('settings.requirements.title')} intro={t('settings.requirements.intro')}>
      <Stack space="space.200">
        {entries.length === 0 && <Text>{t('settings.requirements.none')}</Text>}
        {entries.map(([id, rule]) => (
          <RuleFields
            key={id}
            id={id}
            rule={rule}
            model={model}
            projects={projects}
            onChange={(values) => change((all) => ({ ...all, [id]: { ...(all[id] ?? rule), ...values } }))}
            onRemove={() =>
              change((all) => Object.fromEntries(Object.entries(all).filter(([other]) => other !== id)))
            }
          />
        ))}
        {fault && <ErrorMessage>{fieldError(fault)}</ErrorMessage>}
        <Inline space="space.200" alignBlock="center" shouldWrap>
          <Button
            isDisabled={entries.length >= MOST_RULES}
            onClick={() => change((all) => ({ ...all, [nextId(all)]: newRule }))}
          >
            {t('settings.rule.add')}
          </Button>
          {entries.length > 0 && (
            <ListMore
              listing={projects}
              first={t('settings.projects.list')}
              more={t('settings.projects.more')}
            />
          )}
        </Inline>
      </Stack>
    </Section>
  );
}

/** One more than the highest. */
function nextId(rules: Rules): string {
  return String(1 + Math.max(0, ...Object.keys(rules).map(Number)));
}
