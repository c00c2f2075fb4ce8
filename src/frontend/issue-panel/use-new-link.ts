import { useState } from 'react';
import type { WireError } from '../../contract/answer';
import type { SendLinkForm, State, VerificationView } from '../../contract/issue-panel';

/** The form for a new link, while it is open, and what came of the link that stood then. */
export interface NewLink {
  isOpen: boolean;
  /** Whether a link stood when the form was opened. */
  isReplacement: boolean;
  /** What came while it was open: the result, or a link that somebody else sent. */
  cameMeanwhile: 'result' | 'link' | undefined;
  isSending: boolean;
  /** What was entered for the last link that was sent here. It is kept in this tab's memory and nowhere else. */
  last: SendLinkForm | undefined;
  open: () => void;
  /** To be called when something is entered. */
  touch: () => void;
  close: () => void;
  /** Has the link sent; answers what went wrong, or nothing. */
  send: (form: SendLinkForm) => Promise<WireError | undefined>;
}

interface OpenForm {
  before: Pick<VerificationView, 'sessionId' | 'state'> | undefined;
  isTouched: boolean;
  isSending: boolean;
}

const results = new Set<State>([
  'passed',
  'failed',
  'review',
  'identity-changed',
  'conflicting',
  'mismatch',
  'objected',
]);

/**
 * Where no link stands, the form is open. Another link, by any agent, answers the question whether a new one is wanted,
 * and so does a result, unless somebody has begun to enter something: what is typed is never thrown away.
 */
export function useNewLink(
  verification: VerificationView | undefined,
  sendLink: (form: SendLinkForm) => Promise<WireError | undefined>,
): NewLink {
  const [form, setForm] = useState<OpenForm>();
  const [last, setLast] = useState<SendLinkForm>();
  const untouched: OpenForm = { before: verification, isTouched: false, isSending: false };
  const cameMeanwhile = form && !form.isSending ? cameSince(form.before, verification) : undefined;
  const isKept = form !== undefined && (form.isTouched || cameMeanwhile === undefined);
  return {
    isOpen: verification === undefined || isKept,
    isReplacement: form?.before !== undefined,
    cameMeanwhile,
    isSending: form?.isSending === true,
    last,
    open: () => setForm(untouched),
    touch: () =>
      setForm((before = untouched) => (before.isTouched ? before : { ...before, isTouched: true })),
    close: () => setForm(undefined),
    send: async (entered) => {
      setForm((before = untouched) => ({ ...before, isTouched: true, isSending: true }));
      const failure = await sendLink(entered);
      if (failure) {
        setForm((before) => before && { ...before, isSending: false });
      } else {
        setLast(entered);
        setForm(undefined);
      }
      return failure;
    },
  };
}

function cameSince(before: OpenForm['before'], now: VerificationView | undefined): NewLink['cameMeanwhile'] {
  if (now === undefined) return undefined;
  if (before?.sessionId !== now.sessionId) return 'link';
  return before.state !== now.state && results.has(now.state) ? 'result' : undefined;
}
