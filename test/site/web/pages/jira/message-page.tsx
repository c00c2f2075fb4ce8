import type { ReactNode } from 'react';
import LockLockedIcon from '@atlaskit/icon/core/lock-locked';
import { TopBar } from './top-bar';
import './jira.css';

/** A page of Jira that can only say why there is nothing to see. */
export function MessagePage({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <>
      <TopBar />
      <main className="message-page">
        <span className="message-page-icon">
          <LockLockedIcon label="" />
        </span>
        <h1>{title}</h1>
        {children}
      </main>
    </>
  );
}
