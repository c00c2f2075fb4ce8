import { Stack, Text } from '@forge/react';
import { stepReason } from './words';
import type { StepView, VerificationView } from '../../contract/issue-panel';

/** What happened to the ticket because of a result. */
export function TicketOutcome({ update }: { update: NonNullable<VerificationView['update']> }) {
  return (
    <Stack space="space.050">
      <Text>{commentLine(update.comment)}</Text>
      <Text>{statusLine(update.transition)}</Text>
    </Stack>
  );
}

function commentLine(step: StepView): string {
  if (step.state === 'done') return 'Comment: added to the request.';
  if (step.state === 'impossible')
    return `Comment: could not be added, ${stepReason(step.reason, step.detail)}.`;
  if (step.state === 'due' || step.state === 'attempted') return 'Comment: being added …';
  return 'Comment: not added, a newer result stands.';
}

function statusLine(step: StepView): string {
  if (step.state === 'done') return 'Status: changed as configured.';
  if (step.state === 'left-alone') return `Status: left as it is, ${stepReason(step.reason, undefined)}.`;
  if (step.state === 'impossible')
    return `Status: could not be changed, ${stepReason(step.reason, step.detail)}.`;
  if (step.state === 'due' || step.state === 'attempted') return 'Status: being changed …';
  return 'Status: left as it is, a newer result stands.';
}
