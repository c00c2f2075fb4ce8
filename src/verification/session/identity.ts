import { createHmac } from 'node:crypto';

/**
 * What is kept of an identity to compare later ones with: a hash that is keyed by the employee's own key, itself a
 * keyed hash of the address.
 */
export function digestOf(employeeKey: string, identityId: string): string {
  return createHmac('sha256', employeeKey).update(identityId).digest('hex');
}
