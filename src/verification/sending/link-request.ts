import { AppError } from '../app-error';
import { normalizeEmail } from '../session/email-address';
import type { Delivery, IssueRef, Link, Subject } from '../session/session-record';
import type { Requirement } from '../session/requirement';
import type { SeenStatus } from '../ticket/ticket';
import type { LinkRequest, SendingPolicy } from './ports';

/** What an agent asks for. */
export interface SendLink {
  issue: IssueRef;
  /** The status the issue has. */
  status: SeenStatus;
  subject: Subject;
  delivery: Delivery;
  /** Phone number in E.164 form, or e-mail address; goes to Incode and is not kept. */
  destination: string;
  requestedBy: string;
  /** Whether a rule of Automation asks, in the name of `requestedBy`. */
  isByAutomation?: boolean | undefined;
  /** What the request needs, to be kept for it with the link. */
  needs?: Requirement | undefined;
}

/** A link that Incode accepted, with its attempt and the status that the issue had then. */
export interface Acceptance {
  attemptId: string;
  interviewId: string;
  status: SeenStatus;
  /** What the request needs. */
  needs?: Requirement | undefined;
  link: Link;
}

/** What Incode is asked for. */
export function toLinkRequest(
  { subject, delivery, destination }: SendLink,
  { integrationReference, linkValidityMinutes }: SendingPolicy,
): LinkRequest {
  return {
    integrationReference,
    linkValidityMinutes,
    email: normalizeEmail(subject.email),
    method: delivery.method,
    destination,
  };
}

/** The link as it is kept, accepted at the time `now`. */
export function linkOf(
  { issue, subject, delivery, requestedBy, isByAutomation }: SendLink,
  policy: SendingPolicy,
  employee: string,
  now: number,
): Link {
  return {
    issue,
    environment: policy.environment,
    settingsRevision: policy.settingsRevision,
    subject: { ...subject, email: normalizeEmail(subject.email) },
    employee,
    delivery,
    requestedBy,
    ...(isByAutomation && { isByAutomation }),
    ...(policy.isEmployeeTold && subject.reporter === 'reporter' && { isEmployeeTold: true }),
    onIdentityChange: policy.identityChange,
    onMissingIdentity: policy.missingIdentity,
    requestedAt: now,
    expiresAt: now + policy.linkValidityMinutes * 60_000,
  };
}

/** Throws `destination-not-allowed`, or `invalid-input` where a reason is missing, by what the settings say. */
export function checkDestination({ source, reason }: Delivery, { typedDestinations }: SendingPolicy): void {
  if (source !== 'typed' || typedDestinations === 'allowed') return;
  if (typedDestinations === 'not-allowed') throw new AppError('destination-not-allowed');
  if (!reason) throw new AppError('invalid-input', { fields: { reason: 'required' } });
}
