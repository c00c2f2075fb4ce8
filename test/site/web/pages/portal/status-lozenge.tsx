import type { ReactNode } from 'react';
import Lozenge from '@atlaskit/lozenge';
import type { RequestLine } from './portal-client';

const APPEARANCES = { new: 'default', indeterminate: 'inprogress', done: 'success' } as const;

/** How a request stands, as customers see it. */
export function StatusLozenge({ status }: Pick<RequestLine, 'status'>): ReactNode {
  return <Lozenge appearance={APPEARANCES[status.category]}>{status.name}</Lozenge>;
}
