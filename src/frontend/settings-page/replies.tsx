import { Stack, Text, TextArea } from '@forge/react';
import { Field } from '../components/field';
import { useFieldError } from '../components/use-field-error';
import { useLanguage } from '../language/users-language';
import { FlagSetting } from './one-setting';
import type { SectionProps } from './section';

const kinds = ['sent', 'passed'] as const;

/** *Tell the employee*: whether, and in which words. */
export function Replies(props: SectionProps) {
  const { t } = useLanguage();
  const { form } = props;
  return (
    <Stack space="space.150">
      <Stack space="space.050">
        <FlagSetting name="isEmployeeTold" {...props} />
        <Text size="small" color="color.text.subtle">
          {t('settings.help.isEmployeeTold')}
        </Text>
      </Stack>
      {form.isEmployeeTold && kinds.map((kind) => <Reply key={kind} kind={kind} {...props} />)}
    </Stack>
  );
}

/** What everybody who may see the request will read. */
function Reply({ kind, model, saved, form }: SectionProps & { kind: (typeof kinds)[number] }) {
  const { t } = useLanguage();
  const fieldError = useFieldError();
  const text = form.replies[kind];
  const { longest } = saved.example;
  const length = text.trim().length;
  const code = length > longest ? 'too-long' : model.faults[`replies.${kind}`];
  const label = t(`settings.name.replies.${kind}`);
  return (
    <Field
      id={`reply-${kind}`}
      label={label}
      help={t('settings.comments.length', { length, longest })}
      error={fieldError(code, label)}
    >
      <TextArea
        id={`reply-${kind}`}
        name={`reply-${kind}`}
        value={text}
        minimumRows={2}
        isInvalid={code !== undefined}
        onChange={(event) => {
          const value = String(event.target.value);
          model.change(({ replies }) => ({ replies: { ...replies, [kind]: value } }));
        }}
      />
    </Field>
  );
}
