import { AdfRenderer, Box, Button, Inline, Stack, Text, TextArea, xcss } from '@forge/react';
import { useState } from 'react';
import { DEMO_PASS_TEXT, toDocument } from '../../contract/comment-document';
import { renderTemplate, templateProblems } from '../../contract/template';
import { Field } from '../components/field';
import { useFieldError } from '../components/use-field-error';
import { useLanguage } from '../language/users-language';
import { Choice } from './choice';
import { commentKinds, outcomes } from './choices';
import { Replies } from './replies';
import { Section } from './section';
import type { SectionProps } from './section';
import type { TemplateProblem } from '../../contract/template';
import type { Language } from '../language/language';

// As Jira tells the two apart: internal notes are yellow.
const internal = xcss({ padding: 'space.150', backgroundColor: 'color.background.accent.yellow.subtlest' });
const reply = xcss({ padding: 'space.150', backgroundColor: 'elevation.surface.sunken' });

/** *Comment Messages* */
export function CommentsSection(props: SectionProps) {
  const { t } = useLanguage();
  const { model, form } = props;
  const kind = kindOf(form);
  return (
    <Section title={t('settings.comments.title')} intro={intro(t)}>
      <Field
        id="commentKind"
        label={t('settings.name.areCommentsInternal')}
        help={t(`settings.help.areCommentsInternal.${kind}`)}
      >
        <Choice
          id="commentKind"
          options={commentKinds(t)}
          value={kind}
          onChange={(chosen) => {
            model.change({ areCommentsInternal: chosen === 'internal' });
          }}
        />
      </Field>
      <Stack space="space.300">
        {outcomes.map((name) => (
          <Template key={name} name={name} {...props} />
        ))}
      </Stack>
      <Replies {...props} />
    </Section>
  );
}

function intro(t: Language['t']): string {
  return t('settings.comments.intro', {
    name: '{{name}}',
    email: '{{email}}',
    identityId: '{{identityId}}',
    sessionId: '{{sessionId}}',
  });
}

function kindOf({ areCommentsInternal }: SectionProps['form']) {
  return areCommentsInternal ? 'internal' : 'reply';
}

interface TemplateProps extends SectionProps {
  name: (typeof outcomes)[number];
}

/** One outcome's text, with what is wrong with it, and how it will look. */
function Template({ name, model, saved: { example }, form }: TemplateProps) {
  const { t } = useLanguage();
  const fieldError = useFieldError();
  const [isShown, setIsShown] = useState(false);
  const text = form.comments[name];
  const length = text.trim().length;
  const code = length > example.longest ? 'too-long' : model.faults[`comments.${name}`];
  const change = (value: string) => {
    model.change(({ comments }) => ({ comments: { ...comments, [name]: value } }));
  };
  return (
    <Stack space="space.100">
      <Field
        id={`comment-${name}`}
        label={t(`settings.name.comments.${name}`)}
        help={t('settings.comments.length', { length, longest: example.longest })}
        error={fieldError(code, t(`settings.name.comments.${name}`))}
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
          {problemSentence(t, problem)}
        </Text>
      ))}
      <Inline space="space.100" shouldWrap>
        <Button spacing="compact" onClick={() => setIsShown(!isShown)}>
          {t(isShown ? 'settings.comments.preview.hide' : 'settings.comments.preview.show')}
        </Button>
        {text !== example.defaults[name] && (
          <Button spacing="compact" onClick={() => change(example.defaults[name])}>
            {t('settings.comments.reset')}
          </Button>
        )}
      </Inline>
      {isShown && <Preview name={name} example={example} form={form} />}
    </Stack>
  );
}

interface PreviewProps extends Pick<TemplateProps, 'name' | 'form'> {
  example: TemplateProps['saved']['example'];
}

/** How the comment will look, made by what makes the comments. */
function Preview({ name, form, example }: PreviewProps) {
  const { t } = useLanguage();
  const isDemoPass = name === 'passed' && form.environment === 'demo';
  const body = isDemoPass ? DEMO_PASS_TEXT : renderTemplate(form.comments[name], example.values);
  return (
    <Stack space="space.050">
      <Text size="small" color="color.text.subtle">
        {t(`settings.comments.preview.${kindOf(form)}`)}
      </Text>
      <Box xcss={form.areCommentsInternal ? internal : reply}>
        <AdfRenderer document={toDocument({ ...example.outcomes[form.environment][name], body })} />
      </Box>
    </Stack>
  );
}

function problemSentence(t: Language['t'], { kind, text, line, column }: TemplateProblem): string {
  return t(`settings.comments.problem.${kind}`, { text, line, column });
}
