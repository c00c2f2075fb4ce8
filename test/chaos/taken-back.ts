/** What takes a pass back; it moves the request as a failure does. */
export const TAKEN_BACK = ['conflicting', 'mismatch', 'identity-changed', 'objected'];

/** How a comment begins whose outcome no longer holds. */
export const OUTDATED = 'No longer valid';
