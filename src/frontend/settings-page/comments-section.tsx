import { Checkbox, TextArea } from '@forge/react';
import { Field } from '../components/field';
import { fieldError } from '../components/field-words';
import { Section } from './section';
import type { SectionProps } from './settings-page';

const outcomes = [
  { name: 'passed', label: 'Comment when verification passes' },
  { name: 'failed', label: 'Comment when verification fails' },
  { name: 'review', label: 'Comment when manual review is required' },
] as const;

/** *Comment Messages* */
export function CommentsSection({ model, form }: SectionProps) {
  return (
    <Section
      title="Comment Messages (Optional)"
      intro="Variables: {{name}} the employee’s display name, {{email}} the corporate email, {{identityId}} Incode identity ID, {{sessionId}} Incode session ID."
    >
      {outcomes.map(({ name, label }) => {
        const error = model.error?.fields?.[`comments.${name}`];
        return (
          <Field key={name} id={`comment-${name}`} label={label} error={fieldError(error)}>
            <TextArea
              id={`comment-${name}`}
              name={`comment-${name}`}
              value={form.comments[name]}
              minimumRows={2}
              isInvalid={error !== undefined}
              onChange={(event) => {
                model.change({ comments: { ...form.comments, [name]: String(event.target.value) } });
              }}
            />
          </Field>
        );
      })}
      <Checkbox
        name="areCommentsInternal"
        label="Internal notes: customers can’t read these comments"
        isChecked={form.areCommentsInternal}
        onChange={(event) => {
          model.change({ areCommentsInternal: event.target.checked === true });
        }}
      />
    </Section>
  );
}
