import type { Session, WebhookEvent } from './model';
import type { IncodeSwitches } from './switches';

export interface Told {
  event: WebhookEvent;
  session: Session;
  /** Where this event tells it. */
  identityId: string | undefined;
  /** Milliseconds since the epoch. */
  at: number;
}

/** The body of a webhook, as flat JSON unless a switch has it otherwise. */
export function webhookBody(told: Told, switches: IncodeSwitches): Record<string, unknown> {
  const { event, identityId, session } = told;
  const loginHint = loginHintFor(told, switches.loginHint);
  const fields = {
    [switches.eventField]: switches.eventNames === 'in words' ? inWords(event) : event,
    [switches.sessionField]: session.interviewId,
    ...(loginHint !== undefined && { loginHint }),
    ...(identityId !== undefined && { identityId }),
    ...(switches.extraFields && extraFields(told)),
  };
  return switches.nestedUnder ? { [switches.nestedUnder]: fields } : fields;
}

/** `Session Succeeded` of `SESSION_SUCCEEDED`. */
function inWords(event: WebhookEvent): string {
  return event.toLowerCase().replace(/(^|_)[a-z]/g, (start) => start.replace('_', ' ').toUpperCase());
}

function loginHintFor(
  { identityId, session: { loginHint } }: Told,
  form: IncodeSwitches['loginHint'],
): string | undefined {
  switch (form) {
    case 'as sent':
      return loginHint;
    case 'missing':
      return undefined;
    case 'in capitals':
      return loginHint.toUpperCase();
    case 'with spaces':
      return ` ${loginHint} `;
    case 'identity id':
      return identityId ?? loginHint;
  }
}

function extraFields({ at, event, session }: Told): object {
  return {
    eventId: `${session.interviewId}-${event.toLowerCase()}`,
    timestamp: new Date(at).toISOString(),
    metadata: { integration: 'workforce', tags: [] },
    ...(event === 'SESSION_FAILED' && { reason: 'FACE_MISMATCH' }),
  };
}
