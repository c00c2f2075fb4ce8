import type { ReactNode } from 'react';
import { MessagePage } from './message-page';

export function NotFoundPage(): ReactNode {
  return (
    <MessagePage title="There is nothing at this address">
      <p>
        <a href="/">Everything this site has</a> is on the start page.
      </p>
    </MessagePage>
  );
}
