/** How far a session's code has come; `wrong`: how many were entered; `over`: they were too many. Times are epoch milliseconds. */
export type CodeState =
  | { kind: 'open'; wrong: number }
  /** `by`: the account id of the agent who heard the right digits. */
  | { kind: 'confirmed'; at: number; by: string }
  | { kind: 'over'; wrong: number };

/**
 * What became of a check.
 * - `confirmed`: with the three digits to answer, for the agent who confirmed the code;
 * - `over`: too many wrong ones were entered, for this link or within a day for this employee.
 */
export type CodeCheckEnd =
  | { kind: 'confirmed'; at: number; by: string; answer?: string | undefined }
  | { kind: 'wrong'; triesLeft: number }
  | { kind: 'over'; whose: 'link' | 'employee' };
