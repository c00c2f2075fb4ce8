import ForgeReconciler from '@forge/react';
import { StrictMode } from 'react';
import { IssuePanel } from './issue-panel';

ForgeReconciler.render(
  <StrictMode>
    <IssuePanel />
  </StrictMode>,
);
