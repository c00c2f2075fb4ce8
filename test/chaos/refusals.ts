/** How the store may refuse a write that came too late; which it is in the cloud is undocumented. */
export const REFUSALS = [
  {
    conditionNotMet: { status: 409, code: 'CONDITIONAL_CHECK_FAILED' },
    keyConflict: { status: 409, code: 'KEY_CONFLICT' },
  },
  {
    conditionNotMet: { status: 400, code: 'CONDITIONAL_CHECK_FAILED' },
    keyConflict: { status: 409, code: 'KEY_ALREADY_EXISTS' },
  },
] as const;
