import type { Session, WebhookEvent } from './model';
import type { IncodeSwitches } from './switches';

export interface Told {
  event: WebhookEvent;
  session: Session;
  /** Known once the employee has come to an end with the verification. */
  identityId: string | undefined;
  /** Milliseconds since the epoch. */
  at: number;
}

/** The body of a webhook, as flat JSON unless a switch has it otherwise. */
export function webhookBody(told: Told, switches: IncodeSwitches): Record<string, unknown> {
  const { event, identityId, session } = told;
  const loginHint = loginHintFor(told, switches.loginHint);
  const fields = {
    [switches.eventField]: event,
    [switches.sessionField]: session.interviewId,
    ...(loginHint !== undefined && { loginHint }),
    ...(identityId !== undefined && { identityId }),
    ...(switches.extraFields && extraFields(told)),
  };
  return switches.nestedUnder ? { [switches.nestedUnder]: fields } : fields;
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
