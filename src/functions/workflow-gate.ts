import { askGate, UNREADABLE_SENTENCE } from '../assurance/gate';
import { toAppError } from '../verification/app-error';
import { CODE_NEEDED_SENTENCE } from '../verification/session/caller-code';
import { withTimeout } from '../verification/with-timeout';
import { app as newApp } from '../wiring/app';
import { attemptIn } from './transition-attempt';
import type { GateAnswer } from '../assurance/gate';
import type { GateScope } from '../assurance/ports';
import type { App } from '../wiring/app';

/** Whether the transition goes through, and what the person who makes it reads if not. */
interface Verdict {
  result: boolean;
  errorMessage?: string;
}

/** The person who makes the transition waits for it. */
const DEADLINE_MS = 4000;

/**
 * The validator *Identity verified (Incode)*: a request that no rule is for needs a pass about its reporter.
 * What becomes of a transition where a validator throws or is out of time is not documented, so that this never does.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-workflow-validator/
 */
export function identityVerified(request: unknown): Promise<Verdict> {
  return judge(request, 'every-request');
}

/** The validator *Identity verified where a rule asks for it (Incode)*: lets through what no rule is for. */
export function identityVerifiedByRule(request: unknown): Promise<Verdict> {
  return judge(request, 'rules-only');
}

/** Lets through what is verified enough. Everything else blocks, our own mistakes included. */
async function judge(request: unknown, scope: GateScope): Promise<Verdict> {
  const app = newApp();
  try {
    const asked = askGate(app.assurance, attemptIn(request), scope);
    return verdictOf(await withTimeout(asked, DEADLINE_MS, 'The gate took too long'));
  } catch (error) {
    logFailure(app, error);
    return blocked(UNREADABLE_SENTENCE);
  }
}

function logFailure(app: App, error: unknown): void {
  app.logFailure('workflow-gate', toAppError(error));
}

const NEXT_STEP = 'Open the panel Incode Identity Verification on this request.';
const CODE_STEP =
  'Open the panel Incode Identity Verification on this request, and check what the caller reads.';

/** Customers may read it: it names the rule and the next step, neither a person nor a result. */
function verdictOf(answer: GateAnswer): Verdict {
  if (answer.kind === 'open') return { result: true };
  if (answer.kind === 'undecidable') {
    return blocked(
      'The request type decides which identity check is needed. Save the request type first, then try again.',
    );
  }
  const { rule, needsCode } = answer;
  const needed = needsCode
    ? `${CODE_NEEDED_SENTENCE} ${CODE_STEP}`
    : `Identity verification is needed first. ${NEXT_STEP}`;
  return blocked(rule === undefined ? needed : `${rule}: ${needed}`);
}

function blocked(errorMessage: string): Verdict {
  return { result: false, errorMessage };
}
