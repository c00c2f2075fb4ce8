import { Lozenge, useProductContext } from '@forge/react';
import { lozengeOf } from './field-looks';

/**
 * *Identity verification* in the issue view: its text as it is in searches and lists, in a colour.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-custom-field/#extension-context
 */
export function IdentityField() {
  const value: unknown = useProductContext()?.extension['fieldValue'];
  return typeof value === 'string' && <Lozenge appearance={lozengeOf(value)}>{value}</Lozenge>;
}
