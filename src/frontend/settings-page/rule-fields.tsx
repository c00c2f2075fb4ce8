import {
  Box,
  Button,
  Checkbox,
  Heading,
  HelperMessage,
  Inline,
  Select,
  Stack,
  Text,
  xcss,
} from '@forge/react';
import { Columns } from '../components/columns';
import { Field } from '../components/field';
import { useFieldError } from '../components/use-field-error';
import { useLanguage } from '../language/users-language';
import { Choice } from './choice';
import { errorSentence } from './error-words';
import { NumberField } from './number-field';
import { projectName } from './setting-words';
import { TextInput } from './text-input';
import { useRequestTypes } from './use-request-types';
import type { SectionProps } from './section';
import type { RequestTypeRef, SettingsForm } from '../../contract/settings-page';

type Rule = SettingsForm['rules'][string];

interface RuleFieldsProps extends Pick<SectionProps, 'model' | 'projects'> {
  id: string;
  rule: Rule;
  onChange: (values: Partial<Rule>) => void;
  onRemove: () => void;
}

const frame = xcss({
  borderColor: 'color.border',
  borderStyle: 'solid',
  borderWidth: 'border.width',
  borderRadius: 'radius.medium',
  padding: 'space.200',
});

/** One rule: which requests it is for, and what they need. */
export function RuleFields({ id, rule, model, projects, onChange, onRemove }: RuleFieldsProps) {
  const { t } = useLanguage();
  const idOf = (field: keyof Rule) => `rule-${id}-${field}`;
  const faultOf = (field: keyof Rule) => model.faults[`rules.${id}.${field}`];
  return (
    <Box xcss={frame}>
      <Stack space="space.150">
        <Heading as="h3" size="small">
          {t('settings.name.rule', { rule: id })}
        </Heading>
        <Columns>
          <TextInput
            id={idOf('name')}
            label={t('settings.rule.name')}
            value={rule.name}
            error={faultOf('name')}
            onChange={(name) => onChange({ name })}
          />
          <RuleProject
            id={idOf('projectId')}
            value={rule.projectId}
            error={faultOf('projectId')}
            model={model}
            projects={projects}
            // Request types belong to one project.
            onChange={(projectId) => onChange({ projectId, requestTypes: [] })}
          />
          <RuleRequestTypes
            id={idOf('requestTypes')}
            rule={rule}
            error={faultOf('requestTypes')}
            onChange={(requestTypes) => onChange({ requestTypes })}
          />
          <NumberField
            id={idOf('passCountsMinutes')}
            name="passCountsMinutes"
            fault={`rules.${id}.passCountsMinutes`}
            label={t('settings.name.passCountsMinutes')}
            value={rule.passCountsMinutes}
            model={model}
            onChange={(passCountsMinutes) => onChange({ passCountsMinutes })}
          />
          <Field id={idOf('about')} label={t('settings.rule.about')}>
            <Choice
              id={idOf('about')}
              options={(['reporter', 'named'] as const).map((value) => ({
                value,
                label: t(`settings.rule.about.${value}`),
              }))}
              value={rule.about}
              onChange={(about) => onChange({ about })}
            />
          </Field>
        </Columns>
        <Stack space="space.0">
          <Checkbox
            name={idOf('needsCode')}
            label={t('settings.rule.needsCode')}
            isChecked={rule.needsCode === true}
            onChange={(event) => onChange({ needsCode: event.target.checked === true })}
          />
          <HelperMessage>{t('settings.rule.needsCode.help')}</HelperMessage>
        </Stack>
        <Inline>
          <Button onClick={onRemove}>{t('settings.rule.remove')}</Button>
        </Inline>
      </Stack>
    </Box>
  );
}

interface RuleProjectProps extends Pick<SectionProps, 'model' | 'projects'> {
  id: string;
  value: string;
  error: string | undefined;
  onChange: (projectId: string) => void;
}

function RuleProject({ id, value, error, model, projects, onChange }: RuleProjectProps) {
  const { t } = useLanguage();
  const fieldError = useFieldError();
  const label = t('settings.rule.project');
  const listed = projects.listed.map(({ id, key, name }) => ({ value: id, label: `${name} (${key})` }));
  const isListed = value === '' || listed.some((option) => option.value === value);
  const options = isListed
    ? listed
    : [...listed, { value, label: projectName(t, value, model.projectNames) }];
  return (
    <Field id={id} label={label} isRequired error={fieldError(error, label)}>
      <Select
        inputId={id}
        name={id}
        isLoading={projects.isListing}
        isInvalid={error !== undefined}
        placeholder={t('settings.rule.project.choose')}
        options={options}
        value={options.find((option) => option.value === value)}
        onChange={(chosen: { value: string }) => onChange(chosen.value)}
      />
    </Field>
  );
}

interface RuleRequestTypesProps {
  id: string;
  rule: Rule;
  error: string | undefined;
  onChange: (requestTypes: RequestTypeRef[] | null) => void;
}

interface Option {
  value: string;
  label: string;
}

/** Stands for all that no other rule of the project is for. */
const ALL_OTHERS = '';

function RuleRequestTypes({ id, rule, error, onChange }: RuleRequestTypesProps) {
  const language = useLanguage();
  const { t } = language;
  const fieldError = useFieldError();
  const types = useRequestTypes(rule.projectId);
  const label = t('settings.rule.requestTypes');
  const others: Option = { value: ALL_OTHERS, label: t('settings.rule.requestTypes.others') };
  const known = new Map([...(rule.requestTypes ?? []), ...types.listed].map(({ id, name }) => [id, name]));
  const options = [others, ...[...known].map(([value, label]) => ({ value, label }))];
  const chosen = rule.requestTypes?.map((type) => type.id) ?? [ALL_OTHERS];
  const choose = (picked: Option[] | null) => {
    const values = (picked ?? []).map(({ value }) => value);
    // All others and single ones exclude each other: what was picked last stays.
    const isForOthers = values.includes(ALL_OTHERS) && (rule.requestTypes !== null || values.length === 1);
    const single = values.filter((value) => value !== ALL_OTHERS);
    onChange(isForOthers ? null : single.map((value) => ({ id: value, name: known.get(value) ?? '' })));
  };
  return (
    <Stack space="space.0">
      <Field id={id} label={label} isRequired error={fieldError(error, label)}>
        <Select
          inputId={id}
          name={id}
          isMulti
          isDisabled={rule.projectId === ''}
          isLoading={types.isListing}
          isInvalid={error !== undefined}
          placeholder={t('settings.rule.requestTypes.choose')}
          options={options}
          value={options.filter(({ value }) => chosen.includes(value))}
          onChange={choose}
        />
      </Field>
      {types.error && <Text color="color.text.danger">{errorSentence(language, types.error)}</Text>}
    </Stack>
  );
}
