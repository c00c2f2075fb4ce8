import type { ReactNode } from 'react';

/** One line of a request's details. */
export function Field({ name, children }: { name: string; children: ReactNode }): ReactNode {
  return (
    <div className="field">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
