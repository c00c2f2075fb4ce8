import { AdfRenderer, Box, Button, Inline, Stack, Text, TextArea, xcss } from '@forge/react';
import { toDocument } from '../../contract/comment-document';
import { renderTemplate, templateProblems } from '../../contract/template';
import { Field } from '../components/field';
import { fieldError } from '../components/field-words';
import { Choice } from './choice';
import { Section } from './section';
import type { SectionProps } from './settings-page';
import type { TemplateProblem } from '../../contract/template';

const outcomes = [
  { name: 'passed', label: 'Comment when verification passes' },
  { name: 'failed', label: 'Comment when verification fails' },
  { name: 'review', label: 'Comment when manual review is required' },
] as const;

const commentKinds = [
  { value: 'internal', label: 'Internal notes' },
  { value: 'reply', label: 'Replies to the customer' },
] as const;

const repliesMeaning = 'Whoever raised the request reads the result, also where that is an impostor';

// As Jira tells the two apart: internal notes are yellow.
const internal = xcss({ padding: 'space.150', backgroundColor: 'color.background.accent.yellow.subtlest' });
const reply = xcss({ padding: 'space.150', backgroundColor: 'elevation.surface.sunken' });

/** *Comment Messages* */
export function CommentsSection(props: SectionProps) {
  const { model, form } = props;
  return (
    <Section
      title="Comment Messages (Optional)"
      intro="Variables: {{name}} the employee’s display name, {{email}} the corporate email, {{identityId}} Incode identity ID, {{sessionId}} Incode session ID."
    >
      <Field
        id="commentKind"
        label="Comments are"
        help={form.areCommentsInternal ? 'Customers can’t read them' : repliesMeaning}
      >
        <Choice
          id="commentKind"
          options={commentKinds}
          value={form.areCommentsInternal ? 'internal' : 'reply'}
          onChange={(kind) => {
            model.change({ areCommentsInternal: kind === 'internal' });
          }}
        />
      </Field>
      {outcomes.map(({ name, label }) => (
        <Template key={name} name={name} label={label} {...props} />
      ))}
    </Section>
  );
}

interface TemplateProps extends SectionProps {
  name: (typeof outcomes)[number]['name'];
  label: string;
}

/** One outcome's text, with what is wrong with it, and how it will look. */
function Template({ name, label, model, saved: { example }, form }: TemplateProps) {
  const text = form.comments[name];
  const length = text.trim().length;
  const code = length > example.longest ? 'too-long' : model.error?.fields?.[`comments.${name}`];
  const change = (value: string) => {
    model.change({ comments: { ...form.comments, [name]: value } });
  };
  const body = renderTemplate(text, example.values);
  return (
    <Stack space="space.100">
      <Field
        id={`comment-${name}`}
        label={label}
        help={`${length} of ${example.longest} characters`}
        error={fieldError(code)}
      >
        <TextArea
          id={`comment-${name}`}
          name={`comment-${name}`}
          value={text}
          minimumRows={2}
          isInvalid={code !== undefined}
          onChange={(event) => {
            change(String(event.target.value));
          }}
        />
      </Field>
      {templateProblems(text).map((problem) => (
        <Text key={`${problem.line}:${problem.column}`} color="color.text.warning">
          {problemSentence(problem)}
        </Text>
      ))}
      {text !== example.defaults[name] && (
        <Inline>
          <Button spacing="compact" onClick={() => change(example.defaults[name])}>
            Reset to default
          </Button>
        </Inline>
      )}
      <Text size="small" color="color.text.subtle">
        {form.areCommentsInternal ? 'Preview, as an internal note' : 'Preview, as a reply to the customer'}
      </Text>
      <Box xcss={form.areCommentsInternal ? internal : reply}>
        <AdfRenderer document={toDocument({ ...example.outcomes[form.environment][name], body })} />
      </Box>
    </Stack>
  );
}

function problemSentence({ kind, text, line, column }: TemplateProblem): string {
  const place = `Line ${line}, column ${column}: ${text}`;
  return kind === 'unknown'
    ? `${place} is no variable and will stay as it is.`
    : `${place} has too few braces for a variable and will stay as it is.`;
}
