import { Stack, Text } from '@forge/react';
import { useLanguage } from '../language/users-language';
import type { Language } from '../language/language';
import type { StepView, VerificationView } from '../../contract/issue-panel';

/** What happened to the ticket because of a result. */
export function TicketOutcome({ update }: { update: NonNullable<VerificationView['update']> }) {
  const language = useLanguage();
  return (
    <Stack space="space.050">
      <CommentLine step={update.comment} />
      <Text>{statusLine(language, update.transition)}</Text>
    </Stack>
  );
}

/** What became of the comment. */
export function CommentLine({ step }: { step: StepView }) {
  return <Text>{commentLine(useLanguage(), step)}</Text>;
}

function commentLine(language: Language, step: StepView): string {
  const { t } = language;
  if (step.state === 'impossible') return t('comment.impossible', { reason: reasonOf(language, step) });
  return t(`comment.${step.state === 'done' ? 'done' : 'due'}`);
}

function statusLine(language: Language, step: StepView): string {
  const { t } = language;
  if (step.state === 'impossible' || step.state === 'left-alone')
    return t(`ticketStatus.${step.state}`, { reason: reasonOf(language, step) });
  // Whether it is under way is all that matters of a step that has no end yet.
  return step.state === 'done'
    ? t('ticketStatus.done', { status: step.status ?? '' })
    : t('ticketStatus.due');
}

type Explained = Extract<StepView, { state: 'impossible' | 'left-alone' }>;

function reasonOf({ t, sentences }: Language, step: Explained): string {
  const detail = step.state === 'impossible' ? step.detail : undefined;
  const said = detail === undefined ? undefined : t('error.says', { speaker: 'Jira', reason: detail });
  return sentences(t(`reason.${step.reason}`), said);
}
