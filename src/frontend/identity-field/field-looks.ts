import type { LozengeProps } from '@forge/react';

type Look = NonNullable<LozengeProps['appearance']>;

const looks: Record<string, Look> = {
  'Link sent': 'inprogress',
  'Link opened': 'inprogress',
  Passed: 'success',
  Failed: 'removed',
  'Manual review': 'moved',
  'Conflicting results': 'removed',
  'Different person': 'removed',
  'Identity changed': 'moved',
  Objected: 'removed',
};

/** How the field's text is drawn. A pass of the demo environment gives no access, and is never green. */
export function lozengeOf(value: string): Look {
  if (value === 'Passed (demo)') return 'new';
  return looks[value.replace(/ \(demo\)$/, '')] ?? 'default';
}
